/** Running numbers of the office, each series from 1 every year, without gaps. */
@NullMarked
package org.jieshi.registration.numbers;

import org.jspecify.annotations.NullMarked;
