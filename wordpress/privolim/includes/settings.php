<?php
defined( 'ABSPATH' ) || exit;

/** Nastavitve → Privolim. */
function privolim_add_page(): void {
	add_options_page( 'Privolim', 'Privolim', 'manage_options', 'privolim', 'privolim_print_page' );
}

/**
 * Takes what the form sent. An inventory that is refused leaves the one before in place, and is handed back to be
 * corrected.
 */
function privolim_save(): void {
	if ( ! current_user_can( 'manage_options' ) ) {
		wp_die( esc_html( privolim_say( 'Za to nimate pravic.', 'You are not allowed to do this.' ) ), '', array( 'response' => 403 ) );
	}
	check_admin_referer( 'privolim_save' );
	$text = wp_unslash( $_POST['privolim_inventory'] ?? '' );
	$text = is_string( $text ) ? $text : '';
	$file = $_FILES['privolim_file']['tmp_name'] ?? '';
	if ( is_string( $file ) && '' !== $file && is_uploaded_file( $file ) ) {
		// One byte more than is allowed shows that it is too large.
		$text = (string) file_get_contents( $file, false, null, 0, PRIVOLIM_LARGEST + 1 );
	}
	$position = wp_unslash( $_POST['privolim_position'] ?? 'bar' );
	update_option( 'privolim_position', in_array( $position, array( 'bar', 'corner', 'centre' ), true ) ? $position : 'bar' );
	list( $inventory, $issues ) = privolim_read_inventory( $text );
	if ( $inventory ) {
		update_option( 'privolim_inventory', privolim_write_inventory( $inventory ) );
	}
	set_transient( 'privolim_saved_' . get_current_user_id(), array( 'issues' => $issues, 'text' => $inventory ? '' : $text ), 300 );
	wp_safe_redirect( admin_url( 'options-general.php?page=privolim' ) );
	// Where nothing runs after it, as in a test, it returns.
	if ( ! defined( 'PRIVOLIM_NO_EXIT' ) ) {
		exit;
	}
}

/** The inventory that holds, as a person reads it. */
function privolim_readable(): string {
	$inventory = json_decode( (string) get_option( 'privolim_inventory', '' ) );
	return $inventory ? json_encode( $inventory, JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES ) : '';
}

/** The one screen. */
function privolim_print_page(): void {
	$name = 'privolim_saved_' . get_current_user_id();
	$saved = get_transient( $name );
	delete_transient( $name );
	$issues = is_array( $saved ) ? $saved['issues'] : array();
	$text = $issues ? $saved['text'] : privolim_readable();
	$position = get_option( 'privolim_position', 'bar' );
	$positions = array(
		'bar'    => privolim_say( 'ob spodnjem robu', 'along the lower edge' ),
		'corner' => privolim_say( 'v kotu', 'in a corner' ),
		'centre' => privolim_say( 'na sredini', 'in the centre' ),
	);
	echo '<div class="wrap"><h1>Privolim</h1>';
	if ( $issues ) {
		echo '<div class="notice notice-error" role="alert"><p>' . esc_html( privolim_say( 'Popis ni bil shranjen; velja prejšnji. Popravite:', 'The inventory was not saved; the one before holds. Correct:' ) ) . '</p><ul>';
		foreach ( $issues as $issue ) {
			echo '<li>' . esc_html( $issue ) . '</li>';
		}
		echo '</ul></div>';
	} elseif ( is_array( $saved ) ) {
		echo '<div class="notice notice-success" role="status"><p>' . esc_html( privolim_say( 'Shranjeno.', 'Saved.' ) ) . '</p></div>';
	} elseif ( '' === $text ) {
		echo '<div class="notice notice-warning"><p>' . esc_html( privolim_say( 'Popisa še ni, zato stran ne vpraša ničesar. Naredite ga v konfiguratorju in ga prilepite sem.', 'There is no inventory yet, so the site asks nothing. Make one in the configurator and paste it here.' ) ) . '</p></div>';
	}
	echo '<form method="post" enctype="multipart/form-data" action="' . esc_url( admin_url( 'admin-post.php' ) ) . '">';
	echo '<input type="hidden" name="action" value="privolim_save">';
	wp_nonce_field( 'privolim_save' );
	echo '<h2><label for="privolim_inventory">' . esc_html( privolim_say( 'Popis piškotkov', 'Inventory of cookies' ) ) . '</label></h2>';
	echo '<p id="privolim_hint">' . esc_html( privolim_say( 'Vsebina datoteke piskotki.json.', 'What is in the file piskotki.json.' ) ) . '</p>';
	echo '<textarea id="privolim_inventory" name="privolim_inventory" rows="18" class="large-text code" spellcheck="false" aria-describedby="privolim_hint">' . esc_textarea( $text ) . '</textarea>';
	echo '<p><label for="privolim_file">' . esc_html( privolim_say( 'Ali izberite datoteko:', 'Or choose the file:' ) ) . '</label> <input type="file" id="privolim_file" name="privolim_file" accept=".json,application/json"></p>';
	echo '<p><label for="privolim_position">' . esc_html( privolim_say( 'Mesto vprašanja:', 'Place of the question:' ) ) . '</label> <select id="privolim_position" name="privolim_position">';
	foreach ( $positions as $value => $label ) {
		echo '<option value="' . esc_attr( $value ) . '"' . ( $value === $position ? ' selected' : '' ) . '>' . esc_html( $label ) . '</option>';
	}
	echo '</select></p>';
	submit_button( privolim_say( 'Shrani', 'Save' ) );
	echo '</form><h2>' . esc_html( privolim_say( 'Na strani', 'On the site' ) ) . '</h2><ul>';
	echo '<li><code>[privolim_izjava]</code> ' . esc_html( privolim_say( 'izpiše izjavo o piškotkih v politiki zasebnosti.', 'writes the declaration into the privacy policy.' ) ) . '</li>';
	echo '<li><code>[privolim_nastavitve]</code> ' . esc_html( privolim_say( 'izpiše povezavo, s katero si obiskovalec premisli; postavite jo na dno vsake strani.', 'writes the link by which a visitor changes their mind; put it at the end of every page.' ) ) . '</li></ul></div>';
}
