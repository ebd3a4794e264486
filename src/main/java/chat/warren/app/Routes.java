package chat.warren.app;

import chat.warren.apps.PushServlet;
import chat.warren.apps.TokensServlet;
import chat.warren.chat.InboxPage;
import chat.warren.chat.LevelServlet;
import chat.warren.chat.PersonServlet;
import chat.warren.chat.Presence;
import chat.warren.chat.RoomServlet;
import chat.warren.chat.UnreadRooms;
import chat.warren.chat.UnreadServlet;
import chat.warren.live.HandshakeFilter;
import chat.warren.live.InboxServlet;
import chat.warren.live.MessagesServlet;
import chat.warren.room.EnterServlet;
import chat.warren.room.LobbyServlet;
import chat.warren.room.Rooms;
import chat.warren.room.RoomsServlet;
import chat.warren.room.TogetherServlet;
import chat.warren.user.Accounts;
import chat.warren.user.ContactsApiServlet;
import chat.warren.user.ContactsServlet;
import chat.warren.user.DeleteServlet;
import chat.warren.user.Entrance;
import chat.warren.user.EntranceFilter;
import chat.warren.user.InvitationServlet;
import chat.warren.user.LinksServlet;
import chat.warren.user.MeServlet;
import chat.warren.user.PasswordServlet;
import chat.warren.user.PeopleServlet;
import chat.warren.user.Preferences;
import chat.warren.user.PrivacyServlet;
import chat.warren.user.ProfilePage;
import chat.warren.user.ProfileServlet;
import chat.warren.user.RegisterServlet;
import chat.warren.user.SessionsServlet;
import chat.warren.user.SetupServlet;
import chat.warren.user.SignIn;
import chat.warren.user.SignInLinkServlet;
import chat.warren.user.SignInServlet;
import chat.warren.user.SignOutServlet;
import chat.warren.web.Assets;
import chat.warren.web.AssetsServlet;
import chat.warren.web.CsrfFilter;
import chat.warren.web.ErrorServlet;
import chat.warren.web.FilterSequence;
import chat.warren.web.ManifestServlet;
import chat.warren.web.PictureServlet;
import chat.warren.web.ProxyFilter;
import chat.warren.web.RefusalFilter;
import chat.warren.web.SameOriginFilter;
import chat.warren.web.SecurityHeadersFilter;
import chat.warren.web.WorkerServlet;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.EnumSet;

/**
 * The table of contents: every URL. The sockets {@code /ws/chat/{room}}, {@code /ws/push} and
 * {@code /ws/echo} stand at their endpoints; {@code css}, {@code js} and {@code icons} are files.
 */
final class Routes {
  private Routes() {}

  static void add(ServletContext context, Application app) {
    SignIn signIn = app.signIn();
    Rooms rooms = app.rooms();
    Presence presence = app.presence();
    UnreadRooms unread = app.reading().unread();

    Assets assets = new Assets(context);
    context.setAttribute("assets", assets);
    servlet(context, new AssetsServlet(assets), "/assets/*");
    servlet(context, new WorkerServlet(assets), "/service-worker.js", "/offline");
    servlet(context, new ManifestServlet(assets), "/manifest.webmanifest");
    servlet(context, new PictureServlet(), "/pictures/*");
    filter(
        context,
        new FilterSequence(
            new ProxyFilter(app.settings().proxies()),
            new SecurityHeadersFilter(),
            new RefusalFilter(),
            new SameOriginFilter(app.settings().origins()),
            new CsrfFilter(),
            new EntranceFilter(signIn, app.settings().entrance(), app.setup()),
            new HandshakeFilter(signIn, app.doors())));

    servlet(
        context,
        new LobbyServlet(signIn, rooms, app.directs(), presence::count, unread::counts),
        "",
        "/chat",
        "/chat/");
    servlet(
        context,
        new EnterServlet(signIn, rooms, app.directs(), presence::count, unread::counts),
        "/enter");
    servlet(
        context,
        new RoomServlet(
            signIn,
            app.doors(),
            app.members(),
            app.history(),
            presence,
            app.conversation(),
            app.moderation(),
            app.reading().marks(),
            unread,
            app.sightings()),
        "/chat/*");
    servlet(
        context,
        new MessagesServlet(signIn, app.sessions(), app.doors(), app.history(), app.submission()),
        "/api/rooms/*");
    addAccounts(context, app);
    Preferences preferences = app.reading().preferences();
    servlet(
        context,
        new ContactsServlet(
            signIn, app.users(), app.contacts(), preferences, id -> presence.state(id).word()),
        "/contacts");
    servlet(context, new PersonServlet(signIn, app.users(), app.sightings()), "/api/people/*");
    servlet(context, new PrivacyServlet(signIn, preferences), "/privacy");
    servlet(context, new TogetherServlet(signIn, app.directs()), "/together");
    ContactsApiServlet book = new ContactsApiServlet(signIn, app.users(), app.contacts());
    servlet(context, book, "/api/contacts", "/api/contacts/*");
    servlet(context, new RoomsServlet(signIn, app.doors(), rooms), "/api/rooms");
    servlet(context, new UnreadServlet(signIn, app.reading().unread()), "/api/unread");
    servlet(context, new LevelServlet(signIn, app.doors(), app.reading().marks()), "/level");
    servlet(context, new MeServlet(signIn, preferences), "/api/me");
    servlet(
        context,
        new InboxServlet(signIn, app.sessions(), app.inboxes(), app.history()),
        "/api/inbox",
        "/api/inbox/read");
    servlet(context, new PushServlet(app.applications()), "/api/push", "/api/push/*");
    servlet(context, new TokensServlet(signIn, app.applications()), "/tokens", "/tokens/revoke");
    servlet(context, new InboxPage(signIn, app.inboxes(), app.history()), "/inbox", "/inbox/read");
    servlet(context, new HealthServlet(app.database(), app.nodes().redis()), "/health");
    servlet(context, new ErrorServlet(), "/error");
  }

  private static void addAccounts(ServletContext context, Application app) {
    SignIn signIn = app.signIn();
    Accounts accounts = app.accounts();
    Entrance entrance = app.settings().entrance();

    servlet(context, new RegisterServlet(signIn, accounts, entrance), "/register");
    servlet(context, new SetupServlet(signIn, app.setup()), "/setup");
    servlet(context, new SignInServlet(signIn, app.passwords()), "/sign-in");
    servlet(context, new SignOutServlet(signIn), "/sign-out");
    servlet(
        context, new InvitationServlet(signIn, accounts, app.links(), entrance), "/invitation/*");
    servlet(context, new SignInLinkServlet(signIn, app.links()), "/sign-in-link/*");
    servlet(
        context,
        new PeopleServlet(signIn, app.directory(), app.links(), app.sessions()),
        "/people");

    ProfilePage profile = new ProfilePage(app.sessions(), app.links(), app.reading().preferences());
    servlet(context, new ProfileServlet(signIn, app.users(), profile), "/profile");
    servlet(context, new PasswordServlet(signIn, app.passwords(), profile), "/profile/password");
    servlet(context, new SessionsServlet(signIn, app.sessions()), "/profile/sessions");
    servlet(context, new LinksServlet(signIn, app.links(), profile), "/profile/links");
    servlet(
        context,
        new DeleteServlet(signIn, accounts, profile, app::forgetDeleted),
        "/profile/delete");
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
