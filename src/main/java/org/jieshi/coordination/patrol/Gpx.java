package org.jieshi.coordination.patrol;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import net.sf.geographiclib.Geodesic;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * A track as a receiver writes it: GPX 1.0 or 1.1. Track segments, and routes where there is no track. A document type
 * declaration is refused, whatever it declares.
 *
 * @param segments positions, longitude first; each has two or more
 */
record Gpx(List<List<Coordinate>> segments, @Nullable Instant startedAt, @Nullable Instant endedAt) {

  /** Points of one file; a day at one per second has 86 400. */
  static final int MOST_POINTS = 200_000;

  /** @throws ProblemException {@code FILE_UNREADABLE} saying what is wrong */
  static Gpx read(byte[] file) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLResolver((publicId, systemId, base, namespace) -> {
      throw new XMLStreamException("external entity");
    });
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(file));
      Gpx gpx = new Reader(xml).read();
      xml.close();
      return gpx;
    } catch (XMLStreamException broken) {
      throw refused("is not a whole GPX file (line %d)".formatted(
          broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber()), "不是完整的 GPX 文件");
    }
  }

  int points() {
    return segments.stream().mapToInt(List::size).sum();
  }

  /** Metres along the ellipsoid; the gaps between segments are not walked. */
  double length() {
    double length = 0;
    for (List<Coordinate> segment : segments) {
      for (int i = 1; i < segment.size(); i++) {
        Coordinate from = segment.get(i - 1);
        Coordinate to = segment.get(i);
        length += Geodesic.WGS84.Inverse(from.y, from.x, to.y, to.x).s12;
      }
    }
    return length;
  }

  private static ProblemException refused(String en, String zh) {
    return Problem.of(ProblemCode.FILE_UNREADABLE, "The track %s; export it from the receiver again.".formatted(en),
        "轨迹文件%s，请从设备重新导出。".formatted(zh)).inField("file").asException();
  }

  private static final class Reader {

    private final XMLStreamReader xml;
    private final List<List<Coordinate>> segments = new ArrayList<>();
    private List<Coordinate> segment = new ArrayList<>();
    private @Nullable Instant first;
    private @Nullable Instant last;
    private int points;
    private boolean gpx;
    private boolean inPoint;

    Reader(XMLStreamReader xml) {
      this.xml = xml;
    }

    Gpx read() throws XMLStreamException {
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.DTD -> throw refused("has a document type declaration, which a track never needs",
              "含有文档类型声明（DOCTYPE），不予接收");
          case XMLStreamConstants.ENTITY_REFERENCE -> throw refused("refers to an entity", "含有实体引用，不予接收");
          case XMLStreamConstants.START_ELEMENT -> start(xml.getLocalName());
          case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
          default -> {
            continue;
          }
        }
      }
      if (!gpx) {
        throw refused("is not GPX", "不是 GPX 格式");
      }
      if (segments.isEmpty()) {
        throw refused("has no segment of two points or more", "没有两个以上点的轨迹段");
      }
      return new Gpx(List.copyOf(segments), first, last);
    }

    private void start(String name) throws XMLStreamException {
      switch (name) {
        case "gpx" -> gpx = true;
        case "trkpt", "rtept" -> {
          inPoint = true;
          if (++points > MOST_POINTS) {
            throw refused("has more than %d points".formatted(MOST_POINTS), "超过 %d 个点".formatted(MOST_POINTS));
          }
          segment.add(new Coordinate(ordinate("lon", 180), ordinate("lat", 90)));
        }
        case "time" -> {
          if (inPoint) {
            time(xml.getElementText());
          }
        }
        default -> {
          return;
        }
      }
    }

    private void end(String name) {
      switch (name) {
        case "trkpt", "rtept" -> inPoint = false;
        case "trkseg", "rte" -> {
          if (segment.size() > 1) {
            segments.add(List.copyOf(segment));
          }
          segment = new ArrayList<>();
        }
        default -> {
          return;
        }
      }
    }

    private double ordinate(String name, double largest) {
      String given = xml.getAttributeValue(null, name);
      try {
        double value = Double.parseDouble(given == null ? "" : given.strip());
        if (Math.abs(value) <= largest) {
          return value;
        }
      } catch (NumberFormatException unreadable) {
        // told below, with the point
      }
      throw refused("has a point %d whose %s is %s".formatted(points, name, given),
          "第 %d 点的 %s 为 %s".formatted(points, name, given));
    }

    /** A time that cannot be read is left out: the positions count. */
    private void time(String text) {
      try {
        Instant at = OffsetDateTime.parse(text.strip()).toInstant();
        first = first == null || at.isBefore(first) ? at : first;
        last = last == null || at.isAfter(last) ? at : last;
      } catch (DateTimeParseException unreadable) {
        return;
      }
    }
  }
}
