// The demonstration form sends nothing; it only says so.
for (const form of document.querySelectorAll('form[data-brez-posiljanja]')) {
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    form.querySelector('output').textContent = 'Predstavitvena stran: obrazec ni poslal ničesar.'
  })
}
