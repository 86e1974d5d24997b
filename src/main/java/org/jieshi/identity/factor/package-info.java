/**
 * The second factor of a sign-in: codes that a device makes anew every 30 seconds (RFC 6238), and recovery codes for the
 * day the device is lost.
 *
 * <p>Invariants: the shared secret is shown once and kept encrypted under a key outside the database; recovery codes are
 * kept as hashes; no code counts twice, at whichever program it is given. Who slows down guesses is
 * {@code identity.SignInBrake}. Start with {@link org.jieshi.identity.factor.SecondFactors}. Uses {@code shared} and
 * {@code audit}.
 */
@NullMarked
package org.jieshi.identity.factor;

import org.jspecify.annotations.NullMarked;
