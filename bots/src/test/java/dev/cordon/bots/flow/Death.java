package dev.cordon.bots.flow;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stops a process at one of its steps, as kill -9 does: from that step on nothing answers any more.
 */
final class Death {
  static final int NEVER = Integer.MAX_VALUE;

  private final int step;
  private final boolean afterEffect;
  private final AtomicInteger taken = new AtomicInteger();

  /**
   * Dies at a step.
   *
   * @param step counted from 1
   * @param afterEffect whether the step itself still happens, and only its answer is lost
   */
  Death(int step, boolean afterEffect) {
    this.step = step;
    this.afterEffect = afterEffect;
  }

  boolean came() {
    return taken.get() >= step;
  }

  /** The same part, whose every call is a step. */
  <T> T mortal(Class<T> type, T part) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> call(part, method, arguments)));
  }

  private Object call(Object part, Method method, Object[] arguments) throws Throwable {
    if (!CompletionStage.class.isAssignableFrom(method.getReturnType())) {
      return invoke(part, method, arguments);
    }
    int now = taken.incrementAndGet();
    if (now < step) {
      return invoke(part, method, arguments);
    }
    if (now == step && afterEffect) {
      invoke(part, method, arguments);
    }
    return new CompletableFuture<>();
  }

  private static Object invoke(Object part, Method method, Object[] arguments) throws Throwable {
    try {
      method.setAccessible(true);
      return method.invoke(part, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
