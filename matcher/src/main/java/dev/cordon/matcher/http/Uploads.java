package dev.cordon.matcher.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.WriteStream;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes bodies of media into scratch files: so many at a time, so large, within so long. */
final class Uploads {
  private final Vertx vertx;
  private final ServiceSettings settings;
  private final AtomicInteger running = new AtomicInteger();

  Uploads(Vertx vertx, ServiceSettings settings) {
    this.vertx = vertx;
    this.settings = settings;
  }

  Future<Void> prepare() {
    return vertx.fileSystem().mkdirs(settings.scratch().toString(), "rwx------");
  }

  int running() {
    return running.get();
  }

  /** Stores the body, does something with it and removes it, whatever happens. */
  <T> Future<T> with(HttpServerRequest request, Function<Path, Future<T>> use) {
    if (length(request) > settings.maxMediaBytes()) {
      return Future.failedFuture(Problem.tooLarge(settings.maxMediaBytes()));
    }
    if (running.incrementAndGet() > settings.maxConcurrent()) {
      running.decrementAndGet();
      return Future.failedFuture(
          Problem.overloaded(
              "This matcher works on "
                  + settings.maxConcurrent()
                  + " files already; ask again, or start more matchers"));
    }
    Path file = settings.scratch().resolve(UUID.randomUUID().toString());
    request.pause();
    return store(request, file)
        .compose(stored -> use.apply(file))
        .eventually(
            () -> {
              running.decrementAndGet();
              return vertx.fileSystem().delete(file.toString()).otherwiseEmpty();
            });
  }

  private static long length(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    return length == null ? 0 : Long.parseLong(length);
  }

  private Future<Void> store(HttpServerRequest request, Path file) {
    OpenOptions fresh = new OpenOptions().setCreateNew(true).setWrite(true).setPerms("rw-------");
    return vertx.fileSystem().open(file.toString(), fresh).compose(open -> receive(request, open));
  }

  private Future<Void> receive(HttpServerRequest request, AsyncFile file) {
    Capped target = new Capped(file, settings.maxMediaBytes());
    return request
        .pipe()
        .endOnFailure(false)
        .endOnSuccess(false)
        .to(target)
        .timeout(settings.uploadTimeout().toMillis(), TimeUnit.MILLISECONDS)
        .recover(Uploads::tooSlow)
        .eventually(target::close);
  }

  private static Future<Void> tooSlow(Throwable failure) {
    return Future.failedFuture(
        failure instanceof TimeoutException
            ? Problem.failure(408, "too slow", "The body did not arrive in time; send it again")
            : failure);
  }

  /** A file that takes so many bytes; what still arrives when it is closed is dropped. */
  private static final class Capped implements WriteStream<Buffer> {
    private final AsyncFile file;
    private final long limit;
    private long written;
    private boolean closed;

    Capped(AsyncFile file, long limit) {
      this.file = file;
      this.limit = limit;
    }

    @Override
    public Future<Void> write(Buffer data) {
      written += data.length();
      return closed || written > limit
          ? Future.failedFuture(Problem.tooLarge(limit))
          : file.write(data);
    }

    Future<Void> close() {
      closed = true;
      return file.close();
    }

    @Override
    public Future<Void> end() {
      return Future.succeededFuture();
    }

    @Override
    public WriteStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
      if (!closed) {
        file.exceptionHandler(handler);
      }
      return this;
    }

    @Override
    public WriteStream<Buffer> setWriteQueueMaxSize(int maxSize) {
      file.setWriteQueueMaxSize(maxSize);
      return this;
    }

    @Override
    public boolean writeQueueFull() {
      return !closed && file.writeQueueFull();
    }

    @Override
    public WriteStream<Buffer> drainHandler(@Nullable Handler<Void> handler) {
      if (!closed) {
        file.drainHandler(handler);
      }
      return this;
    }
  }
}
