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

/** The whole value, as `src/tools/server/choicePattern.ts` has it for all servers: damage reads as no choice. */
const PRIVOLIM_VALUE = '1\.n1\.f[01]\.a[01]\.m[01]\.e[01]\.t[1-9a-z][0-9a-z]{0,7}\.r[0-9a-z]{1,12}(?:\.o)?(?:\.w[a-z_-]+)?(?:\.v[0-9A-Za-z_]+)?(?:\.[ks][0-9A-Za-z_]*)?(?:\.[A-Za-z][0-9A-Za-z_-]*~[01])*';

/**
 * What the visitor has decided, from the newest valid cookie `privolim`. No choice counts as a refusal.
 *
 * @return array<string, bool> By letter: n, f, a, m, e.
 */
function privolim_choice(): array {
	$choice = array( 'n' => true, 'f' => false, 'a' => false, 'm' => false, 'e' => false );
	$newest = 0;
	// As the browser sent it: of several cookies of the name PHP knows one alone.
	foreach ( explode( ';', (string) ( $_SERVER['HTTP_COOKIE'] ?? '' ) ) as $pair ) {
		if ( ! preg_match( '/^ *privolim=(' . PRIVOLIM_VALUE . ') *$/D', $pair, $whole ) ) {
			continue;
		}
		// A service that is named twice is damage, too.
		preg_match_all( '/\.([A-Za-z][0-9A-Za-z_-]*)~[01]/', $whole[1], $named );
		preg_match( '/^1\.n1\.f(.)\.a(.)\.m(.)\.e(.)\.t([0-9a-z]+)/', $whole[1], $part );
		$time = intval( $part[5], 36 );
		if ( count( array_unique( $named[1] ) ) < count( $named[1] ) || $time > time() + 86400 || $time <= $newest ) {
			continue;
		}
		$newest = $time;
		$choice = array( 'n' => true, 'f' => '1' === $part[1], 'a' => '1' === $part[2], 'm' => '1' === $part[3], 'e' => '1' === $part[4] );
	}
	return $choice;
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
