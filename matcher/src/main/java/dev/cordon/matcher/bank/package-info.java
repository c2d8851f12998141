/**
 * Banks of known media and the store that keeps them. Start with {@link
 * dev.cordon.matcher.bank.BankEntry} and {@link dev.cordon.matcher.bank.BankStore}.
 */
@NullMarked
package dev.cordon.matcher.bank;

import org.jspecify.annotations.NullMarked;
