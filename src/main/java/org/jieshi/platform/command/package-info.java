/**
 * The command line of the jar: the server and the commands on the register beside it.
 *
 * <p>Start with {@link org.jieshi.platform.command.JieshiCommand}. Exit status 0 done, 1 findings that block, 2 wrong
 * usage, 3 could not run.
 */
@NullMarked
package org.jieshi.platform.command;

import org.jspecify.annotations.NullMarked;
