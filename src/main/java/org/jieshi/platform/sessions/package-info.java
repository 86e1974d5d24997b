/**
 * Sessions of browsers in the database, so that a person signed in through one program is signed in through every other on
 * the same database, and stays so when a program is started anew.
 *
 * <p>Start with {@link org.jieshi.platform.sessions.WebSessions}. To everybody else a session is the servlet's
 * {@code HttpSession}.
 */
@NullMarked
package org.jieshi.platform.sessions;

import org.jspecify.annotations.NullMarked;
