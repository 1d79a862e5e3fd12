package dev.dragoman.generator.mock;

/** A document with the usual kinds of collections and items, in the styles of several vendors. */
final class MockShop {
  static final String DOCUMENT =
      """
      openapi: 3.0.3
      info: {title: Shop, version: "1"}
      servers: [{url: "https://shop.example.com"}]
      paths:
        /things:
          get:
            operationId: listThings
            parameters:
              - {name: page, in: query, schema: {type: integer, default: 1}}
              - {name: per_page, in: query, schema: {type: integer, default: 30, maximum: 100}}
              - {name: color, in: query, schema: {type: string}}
            responses: {"200": {description: ok, headers: {Link: {schema: {type: string}}}, content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Thing"}}}}}}
          post:
            operationId: createThing
            requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/NewThing"}}}}
            responses: {"201": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}}
        /things/{thing_id}:
          parameters: [{name: thing_id, in: path, required: true, schema: {type: integer}}]
          get: {operationId: getThing, responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}}}
          put:
            operationId: replaceThing
            requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/NewThing"}}}}
            responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}}
          patch:
            operationId: updateThing
            requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/NewThing"}}}}
            responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}}
          delete: {operationId: deleteThing, responses: {"204": {description: gone, content: {application/json: {schema: {}}}}}}
        /things/{thing_id}/labels:
          parameters: [{name: thing_id, in: path, required: true, schema: {type: integer}}]
          get: {operationId: listLabels, responses: {"200": {description: ok, content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Label"}}}}}}}
          post:
            operationId: addLabels
            requestBody: {content: {application/json: {schema: {type: object, properties: {labels: {type: array, items: {type: string}}}}}}}
            responses: {"200": {description: ok, content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Label"}}}}}}
          delete: {operationId: clearLabels, responses: {"204": {description: gone}}}
        /things/{thing_id}/labels/{name}:
          delete:
            operationId: removeLabel
            parameters:
              - {name: thing_id, in: path, required: true, schema: {type: integer}}
              - {name: name, in: path, required: true, schema: {type: string}}
            responses: {"204": {description: gone}}
        /things/{thing_id}/comments:
          parameters: [{name: thing_id, in: path, required: true, schema: {type: integer}}]
          get: {operationId: listComments, responses: {"200": {description: ok, content: {application/json: {schema: {type: object, properties: {comments: {type: array, items: {$ref: "#/components/schemas/Comment"}}, total: {type: integer}}}}}}}}
          post:
            operationId: addComment
            requestBody: {content: {application/json: {schema: {type: object, properties: {text: {type: string}}}}}}
            responses: {"201": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Comment"}}}}}
        /things/comments/{comment_id}:
          get:
            operationId: getComment
            parameters: [{name: comment_id, in: path, required: true, schema: {type: integer}}]
            responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Comment"}}}}}
        /things/{thing_id}/protection:
          parameters: [{name: thing_id, in: path, required: true, schema: {type: integer}}]
          get: {operationId: getProtection, responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Protection"}}}}}}
          put:
            operationId: setProtection
            requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Protection"}}}}
            responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Protection"}}}}}
          delete: {operationId: dropProtection, responses: {"204": {description: gone}}}
        /things/{thing_id}/close:
          post:
            operationId: closeThing
            parameters: [{name: thing_id, in: path, required: true, schema: {type: integer}}]
            responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}}
        /v1/customers:
          get:
            operationId: listCustomers
            parameters:
              - {name: starting_after, in: query, schema: {type: string}}
              - {name: limit, in: query, schema: {type: integer}}
              - {name: email, in: query, schema: {type: string}}
            responses: {"200": {description: ok, content: {application/json: {schema: {type: object, required: [data, has_more], properties: {data: {type: array, items: {$ref: "#/components/schemas/Customer"}}, has_more: {type: boolean}, url: {type: string}}}}}}}
          post:
            operationId: createCustomer
            requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {name: {type: string}, email: {type: string}, balance: {type: integer}, address: {type: object, properties: {city: {type: string}}}}}, encoding: {address: {style: deepObject, explode: true}}}}}
            responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Customer"}}}}}
        /v1/customers/{customer}:
          parameters: [{name: customer, in: path, required: true, schema: {type: string}}]
          get: {operationId: getCustomer, responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Customer"}}}}}}
          post:
            operationId: updateCustomer
            requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {name: {type: string}, balance: {type: integer}}}}}}
            responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Customer"}}}}}
          delete: {operationId: deleteCustomer, responses: {"200": {description: ok, content: {application/json: {schema: {type: object, properties: {id: {type: string}, deleted: {type: boolean}}}}}}}}
        /Accounts/{AccountSid}/Messages.json:
          parameters: [{name: AccountSid, in: path, required: true, schema: {type: string}}]
          get:
            operationId: ListMessage
            parameters:
              - {name: PageSize, in: query, schema: {type: integer, maximum: 1000}}
              - {name: Page, in: query, schema: {type: integer, minimum: 0}}
              - {name: PageToken, in: query, schema: {type: string}}
            responses: {"200": {description: ok, content: {application/json: {schema: {type: object, properties: {messages: {type: array, items: {$ref: "#/components/schemas/Message"}}, next_page_uri: {type: string, nullable: true}, page_size: {type: integer}}}}}}}
          post:
            operationId: CreateMessage
            requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {To: {type: string}, Body: {type: string}}}}}}
            responses: {"201": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Message"}}}}}
        /Accounts/{AccountSid}/Messages/{Sid}.json:
          parameters:
            - {name: AccountSid, in: path, required: true, schema: {type: string}}
            - {name: Sid, in: path, required: true, schema: {type: string, minLength: 34, maxLength: 34, pattern: "^(SM|MM)[0-9a-fA-F]{32}$"}}
          get: {operationId: FetchMessage, responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Message"}}}}}}
          post:
            operationId: UpdateMessage
            requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {Status: {type: string}}}}}}
            responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Message"}}}}}
        /projects:
          get:
            operationId: listProjects
            parameters:
              - {name: startAt, in: query, schema: {type: integer, default: 0}}
              - {name: maxResults, in: query, schema: {type: integer, default: 50}}
            responses: {"200": {description: ok, content: {application/json: {schema: {type: object, properties: {values: {type: array, items: {$ref: "#/components/schemas/Project"}}, startAt: {type: integer}, maxResults: {type: integer}, total: {type: integer}, isLast: {type: boolean}, nextPage: {type: string, format: uri}}}}}}}
          post:
            operationId: createProject
            requestBody: {content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}}
            responses: {"201": {description: ok, content: {application/json: {schema: {type: object, properties: {id: {type: string}, key: {type: string}}}}}}}
        /projects/{projectIdOrKey}:
          get:
            operationId: getProject
            parameters: [{name: projectIdOrKey, in: path, required: true, schema: {type: string}}]
            responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Project"}}}}}
        /events:
          get:
            operationId: listEvents
            parameters: [{name: cursor, in: query, schema: {type: string}}, {name: limit, in: query, schema: {type: integer, default: 20}}]
            responses: {"200": {description: ok, content: {application/json: {schema: {type: object, properties: {items: {type: array, items: {$ref: "#/components/schemas/Project"}}, meta: {type: object, properties: {next_cursor: {type: string}, total: {type: integer}}}}}}}}}
        /contacts:
          get:
            operationId: listContacts
            parameters: [{name: after, in: query, schema: {type: string}}, {name: limit, in: query, schema: {type: integer, default: 10}}]
            responses: {"200": {description: ok, content: {application/json: {schema: {type: object, properties: {results: {type: array, items: {$ref: "#/components/schemas/Project"}}, paging: {type: object, properties: {next: {type: object, properties: {after: {type: string}, link: {type: string}}}}}}}}}}}
        /pages/query:
          post:
            operationId: queryPages
            requestBody: {content: {application/json: {schema: {type: object, properties: {start_cursor: {type: string}, page_size: {type: integer}}}}}}
            responses: {"200": {description: ok, content: {application/json: {schema: {type: object, properties: {results: {type: array, items: {$ref: "#/components/schemas/Project"}}, next_cursor: {type: string, nullable: true}, has_more: {type: boolean}}}}}}}
        /orders:
          get:
            operationId: listOrders
            parameters: [{name: pageNo, in: query, schema: {type: integer, minimum: 0, default: 0}}, {name: size, in: query, schema: {type: integer}}]
            responses: {"200": {description: ok, content: {application/json: {schema: {type: object, properties: {content: {type: array, items: {$ref: "#/components/schemas/Project"}}, totalElements: {type: integer}, totalPages: {type: integer}, last: {type: boolean}}}}}}}
      components:
        schemas:
          Thing: {type: object, required: [id, name], properties: {id: {type: integer, example: 101}, name: {type: string}, color: {type: string, example: red}, url: {type: string, example: "https://shop.example.com/things/101"}, created_at: {type: string, format: date-time}, owner: {type: object, properties: {login: {type: string}}}, labels: {type: array, items: {$ref: "#/components/schemas/Label"}}, size: {type: integer}}}
          NewThing: {type: object, properties: {name: {type: string}, color: {type: string}, owner: {type: string}, size: {type: integer}, secret: {type: string}}}
          Label: {type: object, properties: {id: {type: integer}, name: {type: string}}}
          Comment: {type: object, properties: {id: {type: integer}, text: {type: string}}}
          Protection: {type: object, properties: {strict: {type: boolean}, reviewers: {type: integer}}}
          Customer: {type: object, properties: {id: {type: string, example: cus_NffrFeUfNV2Hib}, object: {type: string, enum: [customer]}, name: {type: string, nullable: true}, email: {type: string, format: email}, balance: {type: integer}, address: {type: object, properties: {city: {type: string}}}}}
          Message: {type: object, properties: {sid: {type: string, minLength: 34, maxLength: 34, pattern: "^(SM|MM)[0-9a-fA-F]{32}$"}, to: {type: string}, body: {type: string}, status: {type: string, enum: [queued, sent, delivered]}}}
          Project: {type: object, properties: {id: {type: string, example: "10000"}, key: {type: string, example: ED-1}, name: {type: string}}}
      """;

  private MockShop() {}
}
