package org.jieshi.ingest.source;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that is one layer and was read through once before it is opened, because what it says of itself may stand anywhere
 * in it.
 */
public record SummarisedLayer(NamedFile file, Summary summary, Declaration declaration, Opening opening)
    implements SurveyLayer {

  /** What the file says about its coordinate system. */
  @FunctionalInterface
  public interface Declaration {
    DeclaredSystem find() throws IOException;
  }

  /** See {@link SurveyLayer#open}. */
  @FunctionalInterface
  public interface Opening {
    OpenLayer open(int srid, @Nullable String encoding) throws IOException;
  }

  /** The records of a text, front to back. */
  @FunctionalInterface
  public interface TextReading {
    OpenLayer.Records read(TextFile text, int srid) throws IOException;
  }

  /** A file that is text throughout. @param findings about the file as a whole */
  public static SummarisedLayer ofText(NamedFile file, Summary summary, Declaration declaration, List<Finding> findings,
      TextReading reading) {
    return new SummarisedLayer(file, summary, declaration, (srid, encoding) -> {
      TextFile text = TextFile.of(file, encoding);
      return new StreamedLayer(summary, text.encoding(), findings, () -> reading.read(text, srid));
    });
  }

  @Override
  public String name() {
    return file.stem();
  }

  @Override
  public String fileName() {
    return file.name();
  }

  @Override
  public Kind kind() {
    return summary.kind();
  }

  @Override
  public DeclaredSystem declaredSystem() throws IOException {
    return declaration.find();
  }

  @Override
  public OpenLayer open(int srid, @Nullable String encoding) throws IOException {
    return opening.open(srid, encoding);
  }
}
