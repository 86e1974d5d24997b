package org.jieshi.geometry;

/** Positions on an ellipsoid as metres from the Earth's centre, and back. */
final class Geocentric {

  private final double axis;
  private final double squaredEccentricity;

  Geocentric(Datum datum) {
    double flattening = 1 / datum.inverseFlattening();
    this.axis = datum.semiMajorAxis();
    this.squaredEccentricity = flattening * (2 - flattening);
  }

  /** Of a point on the ellipsoid, degrees east and north. */
  double[] position(double longitude, double latitude) {
    double lambda = Math.toRadians(longitude);
    double phi = Math.toRadians(latitude);
    double normal = normal(phi);
    return new double[] {normal * Math.cos(phi) * Math.cos(lambda), normal * Math.cos(phi) * Math.sin(lambda),
        normal * (1 - squaredEccentricity) * Math.sin(phi)};
  }

  /** Degrees east and north of the foot of a position; its height is left out. */
  void degrees(double[] position, double[] lonLat) {
    double across = Math.hypot(position[0], position[1]);
    double phi = Math.atan2(position[2], across * (1 - squaredEccentricity));
    double last;
    int steps = 0;
    do {
      last = phi;
      double normal = normal(phi);
      double height = across / Math.cos(phi) - normal;
      phi = Math.atan2(position[2], across * (1 - squaredEccentricity * normal / (normal + height)));
    } while (Math.abs(phi - last) > 1e-15 && ++steps < 20);
    lonLat[0] = Math.toDegrees(Math.atan2(position[1], position[0]));
    lonLat[1] = Math.toDegrees(phi);
  }

  private double normal(double phi) {
    double sin = Math.sin(phi);
    return axis / Math.sqrt(1 - squaredEccentricity * sin * sin);
  }
}
