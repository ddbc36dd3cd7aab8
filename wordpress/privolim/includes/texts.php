<?php
defined( 'ABSPATH' ) || exit;

/**
 * Slovenian where the user's WordPress is Slovenian, else English.
 */
function privolim_say( string $sl, string $en ): string {
	return strpos( get_user_locale(), 'sl' ) === 0 ? $sl : $en;
}
