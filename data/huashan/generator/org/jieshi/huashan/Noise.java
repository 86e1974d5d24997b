package org.jieshi.huashan;

/** Gradient noise in the manner of Perlin: smooth, repeatable, without a table; values lie about -0.7 to 0.7. */
final class Noise {

  private final long seed;

  Noise(long seed) {
    this.seed = seed;
  }

  /** One octave with features of about {@code wavelength} metres. */
  double at(double x, double y, double wavelength) {
    double u = x / wavelength;
    double v = y / wavelength;
    long column = (long) StrictMath.floor(u);
    long row = (long) StrictMath.floor(v);
    double fu = u - column;
    double fv = v - row;
    double south = mix(slope(column, row, fu, fv), slope(column + 1, row, fu - 1, fv), fade(fu));
    double north = mix(slope(column, row + 1, fu, fv - 1), slope(column + 1, row + 1, fu - 1, fv - 1), fade(fu));
    return mix(south, north, fade(fv));
  }

  /** Octaves of halved wavelength and amplitude, as weathered hills have them. */
  double hills(double x, double y, double wavelength, int octaves) {
    double sum = 0;
    double amplitude = 1;
    for (int octave = 0; octave < octaves; octave++) {
      sum += amplitude * at(x + 1000.0 * octave, y - 700.0 * octave, wavelength);
      amplitude /= 2;
      wavelength /= 2;
    }
    return sum;
  }

  private double slope(long column, long row, double du, double dv) {
    long hash = seed + column * 0x9E3779B97F4A7C15L + row * 0xC2B2AE3D27D4EB4FL;
    hash = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
    hash = (hash ^ (hash >>> 27)) * 0x94D049BB133111EBL;
    double angle = ((hash ^ (hash >>> 31)) >>> 11) * 0x1.0p-53 * 2 * StrictMath.PI;
    return StrictMath.cos(angle) * du + StrictMath.sin(angle) * dv;
  }

  private static double fade(double t) {
    return t * t * t * (t * (t * 6 - 15) + 10);
  }

  private static double mix(double a, double b, double t) {
    return a + t * (b - a);
  }
}
