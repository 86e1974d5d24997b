package org.jieshi.imagery;

import java.awt.image.BufferedImage;

/**
 * A picture of exactly the window that was asked for, north up; white where there is none.
 *
 * @param source the names of the pictures in it, with the day they were taken where that is known
 */
public record Underlay(BufferedImage image, String source) {
}
