<?php
defined( 'ABSPATH' ) || exit;

/** Which of ours a category of the WP Consent API stands for. */
const PRIVOLIM_WP_CATEGORIES = array(
	'functional'           => 'n',
	'preferences'          => 'f',
	'statistics-anonymous' => 'a',
	'statistics'           => 'a',
	'marketing'            => 'm',
);

/**
 * What the visitor has decided, from the cookie `privolim`. What is not whole counts as no answer, and no answer as a
 * refusal.
 *
 * @return array<string, bool> By letter: n, f, a, m, e.
 */
function privolim_choice(): array {
	$denied = array( 'n' => true, 'f' => false, 'a' => false, 'm' => false, 'e' => false );
	// As the browser sent it: of several cookies of the name PHP knows one alone, and which holds is not for us to say.
	$header = $_SERVER['HTTP_COOKIE'] ?? '';
	if ( ! is_string( $header ) || preg_match_all( '/(?:^|;)\s*privolim=([^;]*)/', $header, $found ) !== 1 ) {
		return $denied;
	}
	$form = '/^1\.n1\.f([01])\.a([01])\.m([01])\.e([01])\.t([0-9a-z]{1,8})\.r[0-9a-z]+(?:\.[A-Za-z0-9_~-]+)*$/D';
	if ( ! preg_match( $form, trim( $found[1][0] ), $part ) || intval( $part[5], 36 ) > time() + 86400 ) {
		return $denied;
	}
	return array( 'n' => true, 'f' => '1' === $part[1], 'a' => '1' === $part[2], 'm' => '1' === $part[3], 'e' => '1' === $part[4] );
}

/**
 * Filter `wp_has_consent` of the WP Consent API: other plugins ask it on the server.
 *
 * @param bool   $has What the API's own cookies say.
 * @param string $category One of its five.
 */
function privolim_has_consent( $has, $category ): bool {
	$letter = PRIVOLIM_WP_CATEGORIES[ $category ] ?? '';
	return '' === $letter ? (bool) $has : privolim_choice()[ $letter ];
}

/** Filter `wp_get_consent_type`: nothing before an answer. */
function privolim_consent_type(): string {
	return 'optin';
}
