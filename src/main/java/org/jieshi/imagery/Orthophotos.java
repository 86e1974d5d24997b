package org.jieshi.imagery;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jieshi.audit.AuditLog;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.identity.User;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The registered orthophotos, and the picture of a window that they make together. */
@Service
public class Orthophotos {

  private static final Logger LOG = LoggerFactory.getLogger(Orthophotos.class);

  private final OrthophotoStore store;
  private final Path folder;
  private final CurrentUser current;
  private final OfficeClock clock;
  private final AuditLog audit;

  Orthophotos(OrthophotoStore store, @Value("${jieshi.data}") Path data, CurrentUser current, OfficeClock clock,
      AuditLog audit) {
    this.store = store;
    this.folder = data.resolve("orthophotos");
    this.current = current;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * Registers a GeoTIFF and keeps a copy of it.
   *
   * @throws ProblemException {@code FORBIDDEN}, {@code FILE_UNREADABLE}, {@code CRS_UNKNOWN}, {@code DUPLICATE}
   */
  @Transactional
  public Orthophoto add(String name, InputStream content, @Nullable LocalDate flownOn) throws IOException {
    User person = current.require(Role.ADMINISTRATOR);
    Files.createDirectories(folder);
    Path arriving = Files.createTempFile(folder, "arriving", ".tif");
    try {
      String sha256 = keep(content, arriving);
      Orthophoto photo = described(name, sha256, arriving, flownOn, person);
      Orthophoto added = store.insert(photo).orElseThrow(() -> Problem.of(ProblemCode.DUPLICATE,
          "This picture is registered already.", "该影像已登记。").inField("file").asException());
      Files.move(arriving, file(sha256), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      audit.record("ORTHOPHOTO_ADDED", "orthophoto", added.id(), Map.of("name", name, "sha256", sha256));
      return added;
    } finally {
      Files.deleteIfExists(arriving);
    }
  }

  /** Takes a picture from the maps to come; what was printed with it stays, and so does the file. */
  @Transactional
  public void retire(long id) {
    current.require(Role.ADMINISTRATOR);
    if (!store.retire(id, clock.now())) {
      throw ProblemException.notFound("orthophoto", "影像", id);
    }
    audit.record("ORTHOPHOTO_RETIRED", "orthophoto", id, Map.of());
  }

  @Transactional(readOnly = true)
  public List<Orthophoto> all() {
    return store.all();
  }

  /**
   * The picture of a window, from every registered orthophoto of the same datum, the newest on top; empty where there is
   * none. A file that is gone or damaged is left out and logged: a map without a picture is a map.
   *
   * @param window in the plane of {@code srid}, metres
   * @param width of the picture in pixels
   */
  @Transactional(readOnly = true)
  public Optional<Underlay> under(Envelope window, int srid, int width) {
    Geometry land = new GeometryFactory().toGeometry(window);
    land.setSRID(srid);
    Envelope degrees = CoordinateSystems.transformAcceptingBallpark(land, srid, CoordinateSystems.CGCS2000_DEGREES)
        .getEnvelopeInternal();
    int height = Math.max(1, (int) Math.round(width * window.getHeight() / window.getWidth()));
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D paper = image.createGraphics();
    paper.setColor(Color.WHITE);
    paper.fillRect(0, 0, width, height);
    paper.dispose();
    List<String> sources = new ArrayList<>();
    for (Orthophoto photo : store.within(degrees)) {
      if (sameDatum(photo.srid(), srid) && drawn(photo, window, srid, image)) {
        sources.add(photo.flownOn() == null ? photo.name() : photo.name() + " " + photo.flownOn());
      }
    }
    return sources.isEmpty() ? Optional.empty() : Optional.of(new Underlay(image, String.join("；", sources)));
  }

  private boolean drawn(Orthophoto photo, Envelope window, int srid, BufferedImage onto) {
    try (GeoTiff file = GeoTiff.open(file(photo.sha256()))) {
      Warp warp = new Warp(window, srid, photo.srid(), onto.getWidth(), onto.getHeight());
      GeoTiff.Part part = file.part(warp.bounds(), onto.getWidth(), onto.getHeight());
      if (part == null) {
        return false;
      }
      warp.draw(part, onto);
      return true;
    } catch (IOException | ProblemException failure) {
      LOG.warn("Orthophoto {} ({}) is not readable: maps are printed without it", photo.id(), photo.name(), failure);
      return false;
    }
  }

  private static boolean sameDatum(int photo, int parcel) {
    return CoordinateSystems.datumOf(photo) == CoordinateSystems.datumOf(parcel);
  }

  private Orthophoto described(String name, String sha256, Path file, @Nullable LocalDate flownOn, User person) {
    try (GeoTiff tiff = GeoTiff.open(file)) {
      Geometry land = new GeometryFactory().toGeometry(tiff.bounds());
      land.setSRID(tiff.srid());
      boolean plane = tiff.srid() != CoordinateSystems.CGCS2000_DEGREES;
      Envelope degrees = plane ? CoordinateSystems.transformAcceptingBallpark(land, tiff.srid(),
          CoordinateSystems.CGCS2000_DEGREES).getEnvelopeInternal() : tiff.bounds();
      double pixel = tiff.bounds().getHeight() / tiff.height() * (plane ? 1 : 111_000);
      return new Orthophoto(0, name, sha256, tiff.srid(), tiff.width(), tiff.height(), pixel, flownOn,
          person.username(), clock.now(), degrees);
    }
  }

  private static String keep(InputStream content, Path target) throws IOException {
    try (DigestInputStream in = new DigestInputStream(content, MessageDigest.getInstance("SHA-256"));
        OutputStream out = Files.newOutputStream(target)) {
      in.transferTo(out);
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private Path file(String sha256) {
    return folder.resolve(sha256 + ".tif");
  }
}
