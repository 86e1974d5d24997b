package org.jieshi.ingest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whenever the last of the uploads that come in at once has been answered, nothing of any is left: Tomcat forgets a part
 * whose first bytes found no room on the disk.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class UploadRemains extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(UploadRemains.class);

  private final Path place;
  private final ReadWriteLock comingIn = new ReentrantReadWriteLock();

  UploadRemains(MultipartConfigElement uploads) {
    this.place = Path.of(uploads.getLocation());
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String type = request.getContentType();
    return type == null || !type.startsWith("multipart/");
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    comingIn.readLock().lock();
    try {
      chain.doFilter(request, response);
    } finally {
      comingIn.readLock().unlock();
      clear();
    }
  }

  private void clear() {
    if (comingIn.writeLock().tryLock()) {
      try {
        UploadPlace.clear(place);
      } catch (IOException e) {
        LOG.warn("What is left of uploads could not be deleted: {}", e.getMessage());
      } finally {
        comingIn.writeLock().unlock();
      }
    }
  }
}
