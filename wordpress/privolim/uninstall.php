<?php
// Who removes the plugin removes what it has kept.
defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

delete_option( 'privolim_inventory' );
delete_option( 'privolim_position' );
