/** The matcher over HTTP: server, client and API keys. */
@NullMarked
package dev.cordon.matcher.http;

import org.jspecify.annotations.NullMarked;
