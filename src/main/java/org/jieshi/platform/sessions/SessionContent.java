package org.jieshi.platform.sessions;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/** What a session holds, as bytes. Only classes of sign-ins are ever read back. */
final class SessionContent {

  private static final ObjectInputFilter SIGN_INS = ObjectInputFilter.Config.createFilter(
      "maxbytes=65536;maxdepth=20;maxrefs=2000;maxarray=10000;org.springframework.security.**;org.jieshi.**;"
          + "java.lang.*;java.util.*;java.time.*;!*");

  private SessionContent() {}

  static byte[] write(Session session) {
    HashMap<String, Object> attributes = new HashMap<>();
    session.getAttributeNames().forEach(name -> attributes.put(name, session.getAttribute(name)));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(attributes);
    } catch (IOException e) {
      throw new UncheckedIOException("what is kept in a session must be serializable", e);
    }
    return bytes.toByteArray();
  }

  /** @return null if another version of the program wrote it: the person signs in again */
  static @Nullable Map<?, ?> read(byte[] bytes) {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      in.setObjectInputFilter(SIGN_INS);
      return (Map<?, ?>) in.readObject();
    } catch (IOException | ClassNotFoundException | ClassCastException other) {
      return null;
    }
  }
}
