/**
 * Signing in by another organisation's service: OpenID Connect, code flow with PKCE. Off unless a service is configured.
 *
 * <p>Invariants: whom the service vouches for is signed in only as the account an administrator bound; an account with a
 * second factor only where the service says that it asked for one. Start with
 * {@link org.jieshi.platform.oidc.OidcSignIn}, for how it is set up {@code docs/operations.md}.
 */
@NullMarked
package org.jieshi.platform.oidc;

import org.jspecify.annotations.NullMarked;
