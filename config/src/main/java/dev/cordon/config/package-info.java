/**
 * Typed settings. Start with {@link dev.cordon.config.SettingsLoader} (reads them) and {@link
 * dev.cordon.config.Settings} (what they are).
 *
 * <p>The packaged {@code cordon.yaml} holds every default and is the reference of all keys.
 */
@NullMarked
package dev.cordon.config;

import org.jspecify.annotations.NullMarked;
