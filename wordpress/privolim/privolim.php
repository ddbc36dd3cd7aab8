<?php
/**
 * Plugin Name: Privolim
 * Description: Vprašanje o piškotkih z dvema enakovrednima odgovoroma. Neobvezno čaka na privolitev.
 * Version: 0.1.0
 * Requires at least: 5.7
 * Requires PHP: 7.4
 * License: MIT
 * Text Domain: privolim
 */

defined( 'ABSPATH' ) || exit;

define( 'PRIVOLIM_FILE', __FILE__ );

require __DIR__ . '/includes/texts.php';
require __DIR__ . '/includes/inventory.php';
require __DIR__ . '/includes/choice.php';
require __DIR__ . '/includes/tag.php';
require __DIR__ . '/includes/shortcodes.php';
require __DIR__ . '/includes/settings.php';

// Before all that other plugins and the theme print there: what comes first can hold what comes after.
add_action( 'wp_head', 'privolim_print_tag', PHP_INT_MIN );
add_action( 'admin_menu', 'privolim_add_page' );
add_action( 'admin_post_privolim_save', 'privolim_save' );
add_shortcode( 'privolim_izjava', 'privolim_declaration' );
add_shortcode( 'privolim_declaration', 'privolim_declaration' );
add_shortcode( 'privolim_nastavitve', 'privolim_link' );
add_shortcode( 'privolim_preferences', 'privolim_link' );

// WP Consent API: this plugin keeps to it, asks before anything is done, and answers from the visitor's own cookie.
add_filter( 'wp_consent_api_registered_' . plugin_basename( PRIVOLIM_FILE ), '__return_true' );
add_filter( 'wp_get_consent_type', 'privolim_consent_type' );
add_filter( 'wp_has_consent', 'privolim_has_consent', 10, 2 );
