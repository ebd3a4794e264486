package chat.warren.launch;

import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Sends text that is encoded already, so that a room's frame is encoded once and not once for each
 * reader, and a socket needs no buffer to encode into. The standard API has no such thing for text;
 * Tomcat has it below, where only its own package may look. Thread-safe.
 */
final class SharedFrames implements Function<Session, BiConsumer<ByteBuffer, SendHandler>> {
  private static final String PACKAGE = "org.apache.tomcat.websocket.";

  /** RFC 6455, section 5.2. */
  private static final byte TEXT = 1;

  private final MethodHandle base;
  private final MethodHandle startMessage;

  private SharedFrames(MethodHandle base, MethodHandle startMessage) {
    this.base = base;
    this.startMessage = startMessage;
  }

  /** Empty if this Tomcat has no such way: then the standard one has to do. */
  static Optional<SharedFrames> find() {
    try {
      Class<?> async = Class.forName(PACKAGE + "WsRemoteEndpointBase");
      Class<?> sender = Class.forName(PACKAGE + "WsRemoteEndpointImplBase");
      Lookup inside = MethodHandles.privateLookupIn(sender, MethodHandles.lookup());
      MethodType send =
          MethodType.methodType(
              void.class, byte.class, ByteBuffer.class, boolean.class, SendHandler.class);
      return Optional.of(
          new SharedFrames(
              inside
                  .findGetter(async, "base", sender)
                  .asType(MethodType.methodType(Object.class, Object.class)),
              inside
                  .findVirtual(sender, "startMessage", send)
                  .asType(send.insertParameterTypes(0, Object.class))));
    } catch (ReflectiveOperationException otherTomcat) {
      return Optional.empty();
    }
  }

  /**
   * @return sends one text frame, UTF-8, one at a time; calls the handler as {@link
   *     jakarta.websocket.RemoteEndpoint.Async#sendText(String, SendHandler)} does
   */
  @Override
  public BiConsumer<ByteBuffer, SendHandler> apply(Session session) {
    Object remote = call(() -> base.invokeExact((Object) session.getAsyncRemote()));
    return (text, handler) ->
        call(
            () -> {
              startMessage.invokeExact(remote, TEXT, text, true, handler);
              return null;
            });
  }

  private interface Call {
    Object run() throws Throwable;
  }

  private static Object call(Call call) {
    try {
      return call.run();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable undeclared) {
      throw new IllegalStateException(undeclared);
    }
  }
}
