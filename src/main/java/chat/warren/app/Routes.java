package chat.warren.app;

import chat.warren.apps.PushServlet;
import chat.warren.apps.TokensServlet;
import chat.warren.chat.InboxPage;
import chat.warren.chat.Presence;
import chat.warren.chat.RoomServlet;
import chat.warren.live.HandshakeFilter;
import chat.warren.live.InboxServlet;
import chat.warren.live.MessagesServlet;
import chat.warren.room.EnterServlet;
import chat.warren.room.LobbyServlet;
import chat.warren.room.Rooms;
import chat.warren.user.SignIn;
import chat.warren.web.CsrfFilter;
import chat.warren.web.ErrorServlet;
import chat.warren.web.FilterSequence;
import chat.warren.web.RefusalFilter;
import chat.warren.web.SameOriginFilter;
import chat.warren.web.SecurityHeadersFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.EnumSet;

/**
 * The table of contents: every URL. The sockets {@code /ws/chat/{room}}, {@code /ws/push} and
 * {@code /ws/echo} stand at their endpoints; {@code /css}, {@code /js} and the icon are files,
 * served by the container.
 */
final class Routes {
  private Routes() {}

  static void add(ServletContext context, Application app) {
    SignIn signIn = app.signIn();
    Rooms rooms = app.rooms();
    Presence presence = app.presence();

    filter(
        context,
        new FilterSequence(
            new SecurityHeadersFilter(),
            new RefusalFilter(),
            new SameOriginFilter(app.settings().origins()),
            new CsrfFilter(),
            new HandshakeFilter(signIn, app.doors())));

    servlet(context, new LobbyServlet(signIn, rooms, presence::count), "", "/chat", "/chat/");
    servlet(context, new EnterServlet(signIn, rooms, presence::count), "/enter");
    servlet(
        context,
        new RoomServlet(signIn, app.doors(), app.history(), presence, app.conversation()),
        "/chat/*");
    servlet(
        context,
        new MessagesServlet(signIn, app.doors(), app.history(), app.conversation()),
        "/api/rooms/*");
    servlet(
        context,
        new InboxServlet(signIn, app.inboxes(), app.history()),
        "/api/inbox",
        "/api/inbox/read");
    servlet(context, new PushServlet(app.applications()), "/api/push", "/api/push/*");
    servlet(context, new TokensServlet(signIn, app.applications()), "/tokens", "/tokens/revoke");
    servlet(context, new InboxPage(signIn, app.inboxes(), app.history()), "/inbox", "/inbox/read");
    servlet(context, new HealthServlet(app.database()), "/health");
    servlet(context, new ErrorServlet(), "/error");
  }

  /** Before the container's own socket filter, which must not see what these turn away. */
  private static void filter(ServletContext context, FilterSequence filters) {
    FilterRegistration.Dynamic registration = context.addFilter("Warren", filters);
    registration.setAsyncSupported(true);
    registration.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
  }

  private static void servlet(ServletContext context, Servlet servlet, String... patterns) {
    ServletRegistration.Dynamic registration =
        context.addServlet(servlet.getClass().getSimpleName(), servlet);
    registration.setAsyncSupported(true);
    registration.addMapping(patterns);
  }
}
