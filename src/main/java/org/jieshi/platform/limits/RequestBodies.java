package org.jieshi.platform.limits;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;

/**
 * Puts a limit to what the body of a request may cost: the time somebody lets the server wait for it, and the size of JSON.
 * In Tomcat itself, because that is where forms with files are read, and what a refused request still sends.
 */
final class RequestBodies extends ValveBase {

  private static final int MOST_READ_AFTER_THE_ANSWER = 32 << 20;

  private final BodyLimits limits;

  RequestBodies(BodyLimits limits) {
    super(true);
    this.limits = limits;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    org.apache.coyote.Request connection = request.getCoyoteRequest();
    InputBuffer unlimited = connection.getInputBuffer();
    LimitedInput input = new LimitedInput(unlimited, limits.forBody(request.getContentType()),
        request.getContentLengthLong());
    connection.setInputBuffer(input);
    try {
      getNext().invoke(request, response);
      if (!request.isAsync() && !isRead(connection)) {
        response.finishResponse();
        readRest(connection, input);
      }
    } finally {
      connection.setInputBuffer(unlimited);
    }
  }

  private static boolean isRead(org.apache.coyote.Request connection) {
    AtomicBoolean read = new AtomicBoolean();
    connection.action(ActionCode.REQUEST_BODY_FULLY_READ, read);
    return read.get();
  }

  /**
   * A client that is cut off while it sends may never see the answer; Tomcat itself would wait for the rest however slowly
   * it came.
   */
  private static void readRest(org.apache.coyote.Request connection, LimitedInput input) {
    if (connection.hasExpectation()) {
      return;
    }
    boolean whole;
    try {
      whole = input.skip(MOST_READ_AFTER_THE_ANSWER);
    } catch (IOException gone) {
      whole = false;
    }
    if (!whole) {
      connection.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }
  }
}
