@NullMarked
package dev.cordon.adapters.telegram.sandbox;

import org.jspecify.annotations.NullMarked;
