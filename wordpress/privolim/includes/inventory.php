<?php
defined( 'ABSPATH' ) || exit;

const PRIVOLIM_CATEGORIES = array( 'necessary', 'functional', 'analytics', 'marketing', 'embeds' );

/** More than any inventory has; a whole page of a site that was pasted by mistake has more. */
const PRIVOLIM_LARGEST = 500000;

/**
 * Reads an inventory that was pasted or uploaded. What it checks is what would make the widget refuse it whole most
 * often; the configurator and `privolim validate` check all of it.
 *
 * @param string $text As it was written.
 * @return array{0: object|null, 1: string[]} The inventory, or null and sentences that say what to do.
 */
function privolim_read_inventory( string $text ): array {
	// Windows puts this before the first character.
	$text = trim( preg_replace( '/^\xEF\xBB\xBF/', '', $text ) );
	if ( '' === $text ) {
		return array( null, array( privolim_say( 'Popis je prazen. Prilepite vsebino datoteke piskotki.json ali izberite datoteko.', 'The inventory is empty. Paste what is in piskotki.json, or choose the file.' ) ) );
	}
	if ( strlen( $text ) > PRIVOLIM_LARGEST ) {
		return array( null, array( privolim_say( 'Popis je prevelik (več kot 500 kB). Je to res datoteka piskotki.json?', 'The inventory is too large (over 500 kB). Is it really piskotki.json?' ) ) );
	}
	if ( ! preg_match( '//u', $text ) ) {
		return array( null, array( privolim_say( 'Datoteka ni v kodiranju UTF-8. V urejevalniku jo shranite kot UTF-8.', 'The file is not in UTF-8. Save it as UTF-8 in your editor.' ) ) );
	}
	$inventory = json_decode( $text );
	if ( null === $inventory && JSON_ERROR_NONE !== json_last_error() ) {
		return array( null, array( privolim_say( 'To ni veljaven JSON. Najpogosteje je kje odveč ali premalo vejica ali narekovaj. ', 'This is not valid JSON. Most often a comma or a quotation mark is missing, or one too many. ' ) . json_last_error_msg() ) );
	}
	if ( ! is_object( $inventory ) ) {
		return array( null, array( privolim_say( 'Popis mora biti predmet: začne se z znakom { in konča z znakom }.', 'The inventory has to be an object: it begins with { and ends with }.' ) ) );
	}
	$issues = privolim_issues( $inventory );
	return array( $issues ? null : $inventory, $issues );
}

/**
 * @param object $inventory As decoded.
 * @return string[] What to change, with its place.
 */
function privolim_issues( $inventory ): array {
	$issues = array();
	if ( ! isset( $inventory->controller->name ) || ! is_string( $inventory->controller->name ) || '' === trim( $inventory->controller->name ) ) {
		$issues[] = 'controller.name: ' . privolim_say( 'vpišite uradno ime upravljavca.', 'write the official name of the controller.' );
	}
	foreach ( array( 'services', 'cookies', 'languages' ) as $list ) {
		if ( isset( $inventory->$list ) && ! is_array( $inventory->$list ) ) {
			$issues[] = $list . ': ' . privolim_say( 'to mora biti seznam v oglatih oklepajih.', 'this has to be a list in square brackets.' );
		}
	}
	if ( $issues ) {
		return $issues;
	}
	foreach ( $inventory->services ?? array() as $index => $service ) {
		$issues = array_merge( $issues, privolim_service_issues( $service, "services[$index]" ) );
	}
	return array_merge( $issues, privolim_cookie_issues( $inventory->cookies ?? array(), 'cookies' ) );
}

/**
 * @param mixed  $service As decoded.
 * @param string $place Where it stands.
 * @return string[]
 */
function privolim_service_issues( $service, string $place ): array {
	if ( ! is_object( $service ) ) {
		return array( $place . ': ' . privolim_say( 'storitev mora biti predmet v zavitih oklepajih.', 'a service has to be an object in braces.' ) );
	}
	// The catalogue completes the rest.
	if ( isset( $service->use ) && is_string( $service->use ) ) {
		return array();
	}
	$issues = array();
	if ( ! isset( $service->id ) || ! is_string( $service->id ) || ! preg_match( '/^[A-Za-z][\w-]*$/D', $service->id ) ) {
		$issues[] = $place . '.id: ' . privolim_say( 'vpišite ime iz črk, števk in vezajev, ki se začne s črko.', 'write a name of letters, digits and hyphens that begins with a letter.' );
	}
	if ( ! in_array( $service->category ?? null, PRIVOLIM_CATEGORIES, true ) ) {
		$issues[] = $place . '.category: ' . privolim_say( 'vpišite eno od kategorij: ', 'write one of the categories: ' ) . implode( ', ', PRIVOLIM_CATEGORIES ) . '.';
	}
	return array_merge( $issues, privolim_cookie_issues( $service->cookies ?? array(), $place . '.cookies' ) );
}

/**
 * @param mixed  $cookies As decoded.
 * @param string $place Where they stand.
 * @return string[]
 */
function privolim_cookie_issues( $cookies, string $place ): array {
	if ( ! is_array( $cookies ) ) {
		return array( $place . ': ' . privolim_say( 'to mora biti seznam v oglatih oklepajih.', 'this has to be a list in square brackets.' ) );
	}
	$issues = array();
	foreach ( $cookies as $index => $cookie ) {
		if ( ! isset( $cookie->name ) || ! is_string( $cookie->name ) || '' === $cookie->name ) {
			$issues[] = "{$place}[$index].name: " . privolim_say( 'vpišite ime piškotka.', 'write the name of the cookie.' );
		}
	}
	return $issues;
}

/**
 * The inventory as it may stand in a page: no `<` is left in it that could end the element around it.
 *
 * @param object $inventory As decoded.
 */
function privolim_write_inventory( $inventory ): string {
	return json_encode( $inventory, JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES );
}
