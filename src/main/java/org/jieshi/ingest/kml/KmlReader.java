package org.jieshi.ingest.kml;

import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jieshi.ingest.source.FileFault;
import org.jieshi.ingest.source.FileProblem;
import org.jieshi.ingest.source.NamedFile;
import org.jieshi.ingest.source.OpenLayer;
import org.jieshi.ingest.source.SurveyLayer;
import org.jieshi.ingest.source.SurveyRecord;
import org.jspecify.annotations.Nullable;

/** The placemarks of a file, front to back. */
final class KmlReader implements OpenLayer.Records {

  /** Characters of one text that isn't coordinates. */
  private static final int LONGEST_TEXT = 1 << 20;
  private static final int DEEPEST = 100;
  private static final XMLInputFactory XML = factory();

  private final NamedFile file;
  private final int srid;
  private final boolean landOnly;
  private final Reader in;
  private final XMLStreamReader xml;
  private int record;
  private boolean done;
  private boolean heights;
  private SurveyLayer.Kind kind = SurveyLayer.Kind.OTHER;
  private @Nullable SurveyRecord next;

  /** @param landOnly leave out placemarks that aren't polygons */
  KmlReader(NamedFile file, int srid, boolean landOnly) throws IOException {
    this.file = file;
    this.srid = srid;
    this.landOnly = landOnly;
    this.in = XmlText.open(file.path());
    try {
      this.xml = XML.createXMLStreamReader(in);
      findRoot();
    } catch (XMLStreamException e) {
      in.close();
      throw damaged(e);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }

  private void findRoot() throws XMLStreamException, FileProblem {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.DTD) {
        throw FileFault.XML_DOCTYPE.problem(file.name());
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (!xml.getLocalName().equals("kml")) {
          throw FileFault.KML_NOT_ONE.problem(file.name(), xml.getLocalName());
        }
        return;
      }
    }
  }

  String encoding() {
    String declared = xml.getCharacterEncodingScheme();
    return declared == null ? "UTF-8" : declared;
  }

  boolean heights() {
    return heights;
  }

  /** The kind of the placemark handed out last. */
  SurveyLayer.Kind kind() {
    return kind;
  }

  @Override
  public boolean hasNext() throws IOException {
    try {
      while (next == null && !done) {
        advance();
      }
    } catch (XMLStreamException e) {
      throw damaged(e);
    }
    return next != null;
  }

  private void advance() throws XMLStreamException, FileProblem {
    if (!xml.hasNext()) {
      done = true;
      return;
    }
    if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("Placemark")) {
      placemark();
    }
  }

  @Override
  public SurveyRecord next() throws IOException {
    if (!hasNext()) {
      throw new NoSuchElementException("no more placemarks");
    }
    SurveyRecord found = next;
    next = null;
    return found;
  }

  private void placemark() throws XMLStreamException, FileProblem {
    KmlPlacemark placemark = new KmlPlacemark(record + 1);
    Map<String, Object> values = new LinkedHashMap<>();
    String dataName = null;
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
        placemark.end(xml.getLocalName());
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        String element = xml.getLocalName();
        switch (element) {
          case "name", "description" -> {
            boolean own = depth == 1;
            String text = text(LONGEST_TEXT);
            if (own) {
              put(values, element, text);
            }
          }
          case "SimpleData" -> {
            String name = xml.getAttributeValue(null, "name");
            put(values, name, text(LONGEST_TEXT));
          }
          case "value" -> put(values, dataName, text(LONGEST_TEXT));
          case "coordinates" -> coordinates(placemark);
          default -> {
            dataName = element.equals("Data") ? xml.getAttributeValue(null, "name") : dataName;
            placemark.start(element);
            depth++;
          }
        }
        if (depth > DEEPEST) {
          throw FileFault.KML_DAMAGED.inRecord(record + 1, file.name(), line(), record + 1);
        }
      }
    }
    kind = placemark.kind();
    if (!landOnly || kind == SurveyLayer.Kind.POLYGONS) {
      record++;
      heights |= placemark.heights();
      next = placemark.record(srid, values);
    }
  }

  private static void put(Map<String, Object> values, @Nullable String name, String text) {
    if (name != null && !text.isBlank()) {
      values.put(name.strip(), text.strip());
    }
  }

  /** The text of the element the reader stands at; leaves it at its end. */
  private String text(int longest) throws XMLStreamException, FileProblem {
    StringBuilder text = new StringBuilder();
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      switch (event) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (text.length() + xml.getTextLength() > longest) {
            throw FileFault.KML_DAMAGED.inRecord(record + 1, file.name(), line(), record + 1);
          }
          text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        }
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> { }
      }
    }
    return text.toString();
  }

  /** {@code lon,lat[,height]} between blanks, handed on as they come in. */
  private void coordinates(KmlPlacemark placemark) throws XMLStreamException {
    StringBuilder pending = new StringBuilder();
    for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
      if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        char[] characters = xml.getTextCharacters();
        int end = xml.getTextStart() + xml.getTextLength();
        for (int i = xml.getTextStart(); i < end; i++) {
          if (Character.isWhitespace(characters[i])) {
            placemark.position(pending);
          } else {
            pending.append(characters[i]);
          }
        }
      }
    }
    placemark.position(pending);
  }

  private int line() {
    return xml.getLocation().getLineNumber();
  }

  private FileProblem damaged(XMLStreamException e) {
    int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
    return FileFault.KML_DAMAGED.inRecord(record + 1, file.name(), line, record + 1);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
