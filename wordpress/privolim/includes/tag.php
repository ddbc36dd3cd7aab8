<?php
defined( 'ABSPATH' ) || exit;

/**
 * Prints the inventory and the tag: in the page itself, so that what is decided is decided before the parser goes on.
 */
function privolim_print_tag(): void {
	$inventory = get_option( 'privolim_inventory', '' );
	// Without one the widget would ask nothing and hold everything; the site's owner is told so on the settings page.
	if ( ! is_string( $inventory ) || '' === $inventory ) {
		return;
	}
	// Checked and written so when it was saved; whoever writes to the database otherwise must not end the element either.
	$inventory = str_replace( '<', '\u003C', $inventory );
	$position = get_option( 'privolim_position', 'bar' );
	$look = in_array( $position, array( 'corner', 'centre' ), true ) ? ' data-position="' . esc_attr( $position ) . '"' : '';
	echo '<script type="application/json" id="privolim-inventory">' . $inventory . "</script>\n";
	echo '<script src="' . esc_url( plugins_url( 'dist/privolim.js', PRIVOLIM_FILE ) ) . '"' . $look . "></script>\n";
}
