package org.jieshi.geometry;

import java.util.List;
import org.locationtech.jts.geom.Polygon;

/**
 * Land that neighbouring parcels enclose and that belongs to none of them (rule C6).
 *
 * @param geometry in the plane system of the parcels, valid
 * @param area m², plane, unrounded
 * @param meanWidth m, {@code 2·A/P}: what the rule judges
 * @param maxWidth m, diameter of the largest inscribed circle
 * @param enclosedBy places, in the list that was asked about, of the parcels along its boundary; at least two, in order
 */
public record Gap(Polygon geometry, double area, double meanWidth, double maxWidth, List<Integer> enclosedBy) {

  public Gap {
    enclosedBy = List.copyOf(enclosedBy);
  }
}
