/** The program as people use it, in a real browser, on the demo farm. Pictures are left in {@code target/screenshots}. */
@NullMarked
package org.jieshi.e2e;

import org.jspecify.annotations.NullMarked;
