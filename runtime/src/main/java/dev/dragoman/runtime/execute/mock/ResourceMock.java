package dev.dragoman.runtime.execute.mock;

import dev.dragoman.runtime.execute.mock.list.ListFilter;
import dev.dragoman.runtime.execute.mock.list.Page;
import dev.dragoman.runtime.execute.mock.list.PageFields;
import dev.dragoman.runtime.execute.mock.list.PageRequest;
import dev.dragoman.runtime.execute.mock.state.Address;
import dev.dragoman.runtime.execute.mock.state.CallerState;
import dev.dragoman.runtime.execute.mock.state.Routes.Role;
import dev.dragoman.runtime.execute.mock.state.StoredItem;
import dev.dragoman.runtime.execute.mock.state.StoredItem.Origin;
import dev.dragoman.runtime.execute.mock.value.BodyValues;
import dev.dragoman.runtime.execute.mock.value.Names;
import dev.dragoman.runtime.execute.mock.value.Overlay;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Responds to a call with the items of its caller, and changes them. */
final class ResourceMock {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Function<String, Optional<ObjectNode>> details;
  private final Samples samples;
  private final NewItems newItems;

  ResourceMock(Function<String, Optional<ObjectNode>> details, Samples samples) {
    this.details = details;
    this.samples = samples;
    this.newItems = new NewItems(samples, this::items);
  }

  /**
   * The response.
   *
   * @param state the items of the caller, whose lock is held
   */
  MockAnswer answer(MockCall call, CallerState state) {
    try {
      return answered(call, state);
    } catch (CallerState.FullException e) {
      return MockAnswer.problem(507, "Insufficient Storage", String.valueOf(e.getMessage()));
    } catch (Page.UnknownPageException e) {
      return MockAnswer.problem(400, "Bad Request", String.valueOf(e.getMessage()));
    }
  }

  private MockAnswer answered(MockCall call, CallerState state) {
    Role role = call.place().role();
    boolean gone = state.isGone(call.path());
    if (gone && role != Role.REPLACE) {
      return MockAnswer.notFound(call);
    }
    return switch (role) {
      case NONE -> isPaged(call) ? list(call, state) : MockAnswer.sample(call);
      case READ -> read(call, state);
      case LIST -> list(call, state);
      case CREATE -> create(call, state);
      case UPDATE, REPLACE -> change(call, state);
      case DELETE -> delete(call, state);
      case REPLACE_ALL -> replaceAll(call, state);
      case CLEAR -> {
        state.clear(call.path());
        yield view(call, state, NODES.objectNode());
      }
    };
  }

  private static boolean isPaged(MockCall call) {
    boolean reads =
        call.operation().method().equals("GET") || !call.details().path("paging").isMissingNode();
    return reads && PageRequest.of(call.details(), call::given).isPresent();
  }

  /** The items of the collection that a call lists or that contains its item. */
  private Optional<Items> items(MockCall call, CallerState state) {
    String collection = call.isOfItem() ? call.address().collection() : call.path();
    return call.place()
        .list()
        .flatMap(route -> items(route, call.place().variable(), collection, state));
  }

  private Optional<Items> items(
      String route, String variable, String collection, CallerState state) {
    String name = Address.of(collection).id();
    return details
        .apply(route)
        .flatMap(
            described ->
                Listing.of(
                    described,
                    MockResponse.choose(described.path("responses")),
                    name,
                    variable,
                    samples))
        .map(listing -> new Items(listing, state, collection));
  }

  private MockAnswer list(MockCall call, CallerState state) {
    String name = Address.of(call.path()).id();
    Optional<Listing> listing =
        Listing.of(call.details(), call.response(), name, call.place().variable(), samples);
    return listing
        .map(found -> list(call, new Items(found, state, call.path())))
        .orElseGet(() -> read(call, state));
  }

  private MockAnswer list(MockCall call, Items items) {
    Listing listing = items.listing();
    String query = call.request().rawQuery();
    List<ObjectNode> selected =
        ListFilter.of(
                call.details(),
                query,
                listing.base().get(0),
                property -> samples.flat(listing.item().path("properties").path(property)))
            .apply(items.all(), !items.state().isTouched(call.path()));
    Page page =
        PageRequest.of(call.details(), call::given)
            .map(
                one -> Page.of(selected, one, last(call, listing), call.request().rawPath(), query))
            .orElseGet(() -> Page.whole(selected));
    ArrayNode array = NODES.arrayNode().addAll(page.items());
    JsonNode body = listing.place().with(listing.body(), array);
    JsonNode schema = call.response().media().path("schema");
    PageFields.set(body, page, call.details().path("paging"), path -> samples.flat(schema, path));
    boolean links = listing.place().path().isEmpty() || declares(call, "link");
    MockAnswer answer = MockAnswer.of(call, MockExecutor.echoed(body, call.pathValues()));
    return links && page.nextLink().isPresent()
        ? answer.with("link", "<" + page.nextLink().get() + ">; rel=\"next\"")
        : answer;
  }

  /** The property of the last item that selects the next page. */
  private static String last(MockCall call, Listing listing) {
    JsonNode paging = call.details().path("paging");
    boolean named = paging.path("kind").asString("").equals("lastItem");
    return named ? paging.path("field").asString(listing.id()) : listing.id();
  }

  private static boolean declares(MockCall call, String header) {
    return call.response().headers().stream().anyMatch(header::equalsIgnoreCase);
  }

  private MockAnswer read(MockCall call, CallerState state) {
    Address address = call.address();
    Optional<StoredItem> stored = state.find(address);
    if (stored.isEmpty() && isInEmptied(call, state)) {
      return MockAnswer.notFound(call);
    }
    ObjectNode values = NODES.objectNode();
    if (stored.filter(item -> item.origin() == Origin.REPLACED).isEmpty()) {
      items(call, state).flatMap(items -> items.seed(address.id())).ifPresent(values::setAll);
    }
    stored.ifPresent(item -> values.setAll(Items.values(item)));
    return view(call, state, values);
  }

  private static boolean isInEmptied(MockCall call, CallerState state) {
    return !call.place().variable().isEmpty() && state.isCleared(call.address().collection());
  }

  /** The sample of the response with an item's values. */
  private MockAnswer view(MockCall call, CallerState state, ObjectNode values) {
    Optional<ItemView> view = ItemView.of(call, samples);
    if (view.isEmpty()) {
      return MockAnswer.sample(call);
    }
    ItemView item = view.get();
    if (values.isEmpty() && call.isOfItem() && !item.id().isEmpty()) {
      values.put(item.id(), call.address().id());
    }
    MockExecutor.echoed(item.body(), call.pathValues());
    item.set(values);
    embed(call, state, item);
    return MockAnswer.of(call, item.body());
  }

  /** An item repeats the lists below it, such as the labels of an issue. */
  private void embed(MockCall call, CallerState state, ItemView view) {
    for (String name : List.copyOf(view.item().propertyNames())) {
      String collection = call.path() + "/" + name;
      if (view.item().path(name).isArray() && state.isTouched(collection)) {
        String route = "GET " + call.operation().path() + "/" + name;
        Optional<Items> inner = items(route, "", collection, state);
        JsonNode items =
            inner
                .<JsonNode>map(found -> NODES.arrayNode().addAll(found.all()))
                .orElseGet(() -> stored(state, collection));
        view.item().set(name, Overlay.like(view.item().path(name), items));
      }
    }
  }

  private static JsonNode stored(CallerState state, String collection) {
    ArrayNode items = NODES.arrayNode();
    state.items(collection).forEach(item -> items.add(Items.values(item)));
    return items;
  }

  private MockAnswer change(MockCall call, CallerState state) {
    Address address = state.kept(call.address());
    Optional<StoredItem> stored = state.find(address);
    Optional<ObjectNode> seed =
        items(call, state).flatMap(items -> items.seed(call.address().id()));
    ObjectNode before = before(call, stored, seed);
    Optional<JsonNode> body = BodyValues.of(call.request().body()).filter(JsonNode::isObject);
    boolean replaces = call.place().role() == Role.REPLACE;
    ObjectNode kept = replaces ? only(before, call) : before;
    ObjectNode after = body.map(changes -> Overlay.merged(kept, changes)).orElse(before);
    Set<String> ids = new HashSet<>(stored.map(StoredItem::ids).orElse(Set.of()));
    ids.add(address.id());
    Names.identity(after, "").forEach(name -> ids.add(after.path(name).asString("")));
    if (body.isPresent() || replaces) {
      state.put(address, new StoredItem(ids, after.toString(), origin(stored, replaces)));
    }
    ObjectNode shown = NODES.objectNode();
    if (!replaces) {
      seed.ifPresent(shown::setAll);
    }
    return view(call, state, shown.setAll(after));
  }

  private static Origin origin(Optional<StoredItem> stored, boolean replaces) {
    return stored
        .map(StoredItem::origin)
        .filter(origin -> origin == Origin.CREATED || !replaces)
        .orElse(replaces ? Origin.REPLACED : Origin.CHANGED);
  }

  /** What is known of an item before it is changed, at least its id. */
  private ObjectNode before(MockCall call, Optional<StoredItem> stored, Optional<ObjectNode> seed) {
    if (stored.isPresent()) {
      return Items.values(stored.get());
    }
    ObjectNode known = NODES.objectNode();
    Optional<ItemView> view = ItemView.of(call, samples);
    String id = view.map(ItemView::id).orElse("");
    seed.ifPresent(
        item -> Names.identity(item, id).forEach(name -> known.set(name, item.path(name))));
    if (known.isEmpty() && !id.isEmpty() && !call.place().variable().isEmpty()) {
      known.put(id, call.address().id());
    }
    return known;
  }

  /** Only the ids: every other value is replaced. */
  private static ObjectNode only(ObjectNode before, MockCall call) {
    ObjectNode ids = NODES.objectNode();
    String main = Names.id(before, call.place().variable()).orElse("");
    if (!call.place().variable().isEmpty()) {
      Names.identity(before, main).forEach(name -> ids.set(name, before.path(name)));
    }
    return ids;
  }

  private MockAnswer delete(MockCall call, CallerState state) {
    if (isInEmptied(call, state) && state.find(call.address()).isEmpty()) {
      return MockAnswer.notFound(call);
    }
    addresses(call, state).forEach(state::delete);
    return view(call, state, NODES.objectNode());
  }

  /** All addresses of an item: each of its ids leads to it. */
  private Set<Address> addresses(MockCall call, CallerState state) {
    Address kept = state.kept(call.address());
    Set<Address> addresses = new LinkedHashSet<>(List.of(kept, call.address()));
    state.here(kept).ifPresent(item -> addAll(addresses, kept.collection(), item.ids()));
    items(call, state)
        .ifPresent(
            items ->
                addAll(addresses, call.address().collection(), items.seedIds(call.address().id())));
    return addresses;
  }

  private static void addAll(Set<Address> addresses, String collection, Collection<String> ids) {
    ids.forEach(id -> addresses.add(new Address(collection, id)));
  }

  private MockAnswer create(MockCall call, CallerState state) {
    boolean action = !call.place().hasItems() && call.response().mediaType().isEmpty();
    Optional<JsonNode> body = BodyValues.of(call.request().body());
    if (action || body.isEmpty()) {
      return MockAnswer.sample(call);
    }
    String name = Address.of(call.path()).id();
    Optional<List<JsonNode>> several = BodyValues.elements(body.get(), name);
    if (several.isEmpty() && !body.get().isObject()) {
      return MockAnswer.sample(call);
    }
    NewItems.Created created =
        newItems.add(call, state, several.orElseGet(() -> List.of(body.get())));
    if (several.isPresent()) {
      return afterSeveral(call, state, (ObjectNode) objectOf(body.get()));
    }
    MockAnswer answer = view(call, state, created.values());
    boolean located = call.response().status() == 201 && call.place().hasItems();
    return located ? answer.with("location", created.location()) : answer;
  }

  private static JsonNode objectOf(JsonNode body) {
    return body.isObject() ? body : NODES.objectNode();
  }

  /** Usually the whole list, or the item that contains it. */
  private MockAnswer afterSeveral(MockCall call, CallerState state, ObjectNode body) {
    String name = Address.of(call.path()).id();
    boolean list =
        Listing.of(call.details(), call.response(), name, call.place().variable(), samples)
            .filter(found -> found.place().path().isEmpty())
            .isPresent();
    return list ? list(call, state) : view(call, state, body.deepCopy());
  }

  private MockAnswer replaceAll(MockCall call, CallerState state) {
    Optional<JsonNode> body = BodyValues.of(call.request().body());
    String name = Address.of(call.path()).id();
    if (body.isEmpty() || items(call, state).isEmpty()) {
      return change(call, state);
    }
    state.clear(call.path());
    newItems.add(call, state, BodyValues.elements(body.get(), name).orElse(List.of()));
    return afterSeveral(call, state, (ObjectNode) objectOf(body.get()).deepCopy());
  }
}
