<?php
defined( 'ABSPATH' ) || exit;

/** Shortcodes `[privolim_izjava]` and `[privolim_declaration]`: the widget fills it. */
function privolim_declaration(): string {
	return '<div data-privolim-declaration></div>';
}

/**
 * Shortcodes `[privolim_nastavitve]` and `[privolim_preferences]`: the way to change one's mind.
 *
 * @param array|string $attributes `besedilo` or `text`: the link's own words.
 */
function privolim_link( $attributes = array() ): string {
	$attributes = is_array( $attributes ) ? $attributes : array();
	$text = $attributes['besedilo'] ?? $attributes['text'] ?? '';
	if ( '' === $text ) {
		$text = strpos( get_locale(), 'sl' ) === 0 ? 'Nastavitve piškotkov' : 'Cookie settings';
	}
	return '<a href="#privolim">' . esc_html( $text ) . '</a>';
}
