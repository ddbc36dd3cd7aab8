<?php
// As much of WordPress as the plugin touches. Reads one scene as JSON from its input and tells as JSON what came of it.
$scene = json_decode( file_get_contents( 'php://stdin' ), true );
$hooks = array();
$options = $scene['options'] ?? array();
$transients = array();
$outcome = array();

define( 'ABSPATH', __DIR__ );
define( 'PRIVOLIM_NO_EXIT', true );

class Refused extends Exception {}

function add_action( $name, $do, $priority = 10 ) { global $hooks; $hooks[ $name ][ $priority ][] = $do; }
function add_filter( $name, $do, $priority = 10, $count = 1 ) { global $hooks; $hooks[ $name ][ $priority ][] = $do; }
function add_shortcode( $name, $do ) { add_action( "shortcode $name", $do ); }
function do_hook( $name, ...$arguments ) {
	global $hooks;
	$value = $arguments[0] ?? null;
	$found = $hooks[ $name ] ?? array();
	ksort( $found );
	foreach ( $found as $dos ) {
		foreach ( $dos as $do ) { $value = $do( ...$arguments ); }
	}
	return $value;
}
function __return_true() { return true; }
function plugin_basename( $file ) { return 'privolim/privolim.php'; }
function plugins_url( $path, $file ) { return 'https://test.example/wp-content/plugins/privolim/' . $path; }
function get_user_locale() { global $scene; return $scene['locale'] ?? 'sl_SI'; }
function get_locale() { return get_user_locale(); }
function get_option( $name, $else = false ) { global $options; return $options[ $name ] ?? $else; }
function update_option( $name, $value ) { global $options; $options[ $name ] = $value; }
function delete_option( $name ) { global $options; unset( $options[ $name ] ); }
function get_transient( $name ) { global $transients; return $transients[ $name ] ?? false; }
function set_transient( $name, $value, $seconds ) { global $transients; $transients[ $name ] = $value; }
function delete_transient( $name ) { global $transients; unset( $transients[ $name ] ); }
function get_current_user_id() { return 1; }
function current_user_can( $right ) { global $scene; return in_array( $right, $scene['rights'] ?? array(), true ); }
function check_admin_referer( $action ) { global $scene; if ( ( $scene['nonce'] ?? '' ) !== $action ) { throw new Refused( 'nonce' ); } }
function wp_die( $message, $title, $more ) { throw new Refused( 'rights ' . $more['response'] ); }
function wp_unslash( $value ) { return is_string( $value ) ? stripslashes( $value ) : $value; }
function wp_safe_redirect( $to ) { global $outcome; $outcome['redirect'] = $to; }
function admin_url( $path ) { return 'https://test.example/wp-admin/' . $path; }
function esc_html( $text ) { return htmlspecialchars( $text, ENT_QUOTES ); }
function esc_attr( $text ) { return htmlspecialchars( $text, ENT_QUOTES ); }
function esc_textarea( $text ) { return htmlspecialchars( $text, ENT_QUOTES ); }
function esc_url( $text ) { return htmlspecialchars( $text, ENT_QUOTES ); }
function wp_nonce_field( $action ) { echo '<input type="hidden" name="_wpnonce" value="' . esc_attr( $action ) . '">'; }
function submit_button( $text ) { echo '<input type="submit" value="' . esc_attr( $text ) . '">'; }
function add_options_page( $title, $menu, $right, $slug, $do ) { global $outcome; $outcome['menu'] = array( $title, $right, $slug ); }

if ( isset( $scene['cookie'] ) ) { $_SERVER['HTTP_COOKIE'] = $scene['cookie']; }
// WordPress adds slashes to what it is sent, as PHP once did.
$_POST = array_map( function ( $value ) { return is_string( $value ) ? addslashes( $value ) : $value; }, $scene['post'] ?? array() );

require dirname( __DIR__ ) . '/privolim/privolim.php';

function printed( $do ) { ob_start(); $do(); return ob_get_clean(); }

// A plugin and the theme print there, too, and were there first.
add_action( 'wp_head', function () { echo "<script src=\"/tema.js\"></script>\n"; }, 1 );

if ( isset( $scene['post'] ) ) {
	try { do_hook( 'admin_post_privolim_save' ); } catch ( Refused $refusal ) { $outcome['refused'] = $refusal->getMessage(); }
}
do_hook( 'admin_menu' );
$outcome['page'] = printed( 'privolim_print_page' );
$outcome['head'] = printed( function () { do_hook( 'wp_head' ); } );
$outcome['declaration'] = do_hook( 'shortcode privolim_izjava', array(), null );
$outcome['link'] = do_hook( 'shortcode privolim_nastavitve', $scene['attributes'] ?? '' );
$outcome['registered'] = do_hook( 'wp_consent_api_registered_privolim/privolim.php', false );
$outcome['type'] = do_hook( 'wp_get_consent_type', false );
foreach ( array( 'functional', 'preferences', 'statistics', 'statistics-anonymous', 'marketing', 'other' ) as $category ) {
	$outcome['has'][ $category ] = do_hook( 'wp_has_consent', true, $category );
}
foreach ( $scene['cookies'] ?? array() as $cookie ) {
	$_SERVER['HTTP_COOKIE'] = $cookie;
	$row = array();
	foreach ( array( 'preferences', 'statistics', 'marketing' ) as $category ) {
		if ( do_hook( 'wp_has_consent', true, $category ) ) { $row[] = $category; }
	}
	$outcome['granted'][] = $row;
}
if ( isset( $scene['uninstall'] ) ) {
	define( 'WP_UNINSTALL_PLUGIN', true );
	require dirname( __DIR__ ) . '/privolim/uninstall.php';
}
$outcome['options'] = $options;
echo json_encode( $outcome, JSON_UNESCAPED_UNICODE );
