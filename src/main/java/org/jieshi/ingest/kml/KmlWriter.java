package org.jieshi.ingest.kml;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.ingest.source.FileFault;
import org.jieshi.ingest.source.LayerWriter;
import org.jieshi.ingest.source.OutputLayer;
import org.jieshi.ingest.source.OutputNumbers;
import org.jieshi.ingest.source.OutputShapes;
import org.jieshi.ingest.source.SurveyRecord;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Placemarks in WGS 84 degrees, as KML is by definition, with the columns as ExtendedData. Surveyed coordinates come back
 * from it to a tenth of a millimetre, not to the last bit.
 */
public final class KmlWriter implements LayerWriter {

  private static final String NAMESPACE = "http://www.opengis.net/kml/2.2";
  private static final int WGS_1984 = 4326;

  private final OutputLayer layer;
  private final String nameColumn;
  private final OutputStream file;
  private final XMLStreamWriter out;

  /** @param nameColumn the column a placemark is called by */
  public KmlWriter(Path target, OutputLayer layer, String nameColumn) throws IOException {
    this.layer = layer;
    this.nameColumn = nameColumn;
    this.file = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16);
    try {
      this.out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(file, "UTF-8");
      out.writeStartDocument("UTF-8", "1.0");
      out.writeStartElement("kml");
      out.writeDefaultNamespace(NAMESPACE);
      out.writeStartElement("Document");
      element("name", layer.name());
    } catch (XMLStreamException e) {
      file.close();
      throw new IOException(e);
    }
  }

  @Override
  public void write(SurveyRecord record) throws IOException {
    try {
      out.writeStartElement("Placemark");
      Object name = record.value(nameColumn);
      if (name != null) {
        element("name", xml(record, OutputLayer.text(name)));
      }
      data(record);
      shape(record);
      out.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private void data(SurveyRecord record) throws XMLStreamException, IOException {
    out.writeStartElement("ExtendedData");
    for (OutputLayer.Column column : layer.columns()) {
      Object value = record.value(column.name());
      if (value != null) {
        out.writeStartElement("Data");
        out.writeAttribute("name", xml(record, column.name()));
        element("value", xml(record, OutputLayer.text(value)));
        out.writeEndElement();
      }
    }
    out.writeEndElement();
  }

  private void shape(SurveyRecord record) throws XMLStreamException {
    Geometry boundary = Objects.requireNonNull(record.boundary());
    Geometry degrees = layer.srid() == WGS_1984 ? boundary
        : CoordinateSystems.transform(boundary, layer.srid(), WGS_1984);
    List<Polygon> parts = OutputShapes.parts(new SurveyRecord(record.number(), degrees, record.values(), List.of()));
    if (parts.size() > 1) {
      out.writeStartElement("MultiGeometry");
    }
    for (Polygon part : parts) {
      out.writeStartElement("Polygon");
      List<LinearRing> rings = OutputShapes.rings(part);
      for (int i = 0; i < rings.size(); i++) {
        ring(i == 0 ? "outerBoundaryIs" : "innerBoundaryIs", rings.get(i));
      }
      out.writeEndElement();
    }
    if (parts.size() > 1) {
      out.writeEndElement();
    }
  }

  private void ring(String role, LinearRing ring) throws XMLStreamException {
    out.writeStartElement(role);
    out.writeStartElement("LinearRing");
    out.writeStartElement("coordinates");
    for (int i = 0; i < ring.getNumPoints(); i++) {
      out.writeCharacters((i == 0 ? "" : " ") + OutputNumbers.plain(ring.getCoordinateSequence().getX(i)) + ","
          + OutputNumbers.plain(ring.getCoordinateSequence().getY(i)));
    }
    out.writeEndElement();
    out.writeEndElement();
    out.writeEndElement();
  }

  private void element(String name, String text) throws XMLStreamException {
    out.writeStartElement(name);
    out.writeCharacters(text);
    out.writeEndElement();
  }

  /** XML has no place for control characters, not even escaped. */
  private static String xml(SurveyRecord record, String text) throws IOException {
    boolean fits = text.codePoints().allMatch(c ->
        c >= ' ' && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c < 0xE000) || c == '\t' || c == '\n' || c == '\r');
    if (!fits) {
      throw FileFault.OUTPUT_ENCODING.inRecord(
          record.number(), record.number(), "XML", text.replaceAll("\\p{Cntrl}", "?"));
    }
    return text;
  }

  @Override
  public void close() throws IOException {
    try (OutputStream last = file) {
      out.writeEndDocument();
      out.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }
}
