package dev.cordon.matcher.qr;

import dev.cordon.matcher.Match.Region;

/** A QR code that was read. */
record Code(String text, Region region) {}
