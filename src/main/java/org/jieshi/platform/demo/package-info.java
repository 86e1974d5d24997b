/**
 * The demo farm Huashan: its clock, its people and its story, played through the program's own HTTP interface.
 *
 * <p>Everything in it is synthetic and said to be so wherever it is shown. Only with the profile {@code demo}. Start with
 * {@code DemoStory}.
 */
@NullMarked
package org.jieshi.platform.demo;

import org.jspecify.annotations.NullMarked;
