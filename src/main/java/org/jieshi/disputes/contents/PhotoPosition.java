package org.jieshi.disputes.contents;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Where and when a photo was taken, as the camera wrote it (EXIF). Cameras write WGS 84, which agrees with CGCS2000 far
 * below what their receivers resolve.
 *
 * @param lon degrees; @param takenAt in the camera's own time, {@code 2013:07:05 09:12:33}
 */
record PhotoPosition(@Nullable Double lon, @Nullable Double lat, @Nullable String takenAt) {

  private static final PhotoPosition UNKNOWN = new PhotoPosition(null, null, null);

  /** What cannot be read is not known; a photo is not refused for it. */
  static PhotoPosition of(byte[] photo) {
    try {
      Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(photo));
      GpsDirectory gps = metadata.getFirstDirectoryOfType(GpsDirectory.class);
      GeoLocation place = gps == null ? null : gps.getGeoLocation();
      ExifSubIFDDirectory exif = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
      String taken = exif == null ? null : exif.getString(ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL);
      boolean known = place != null && !place.isZero() && Math.abs(place.getLatitude()) <= 90
          && Math.abs(place.getLongitude()) <= 180;
      return new PhotoPosition(known ? place.getLongitude() : null, known ? place.getLatitude() : null,
          taken == null || taken.isBlank() ? null : taken.strip());
    } catch (ImageProcessingException | IOException unreadable) {
      return UNKNOWN;
    }
  }
}
