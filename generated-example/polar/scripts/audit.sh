#!/usr/bin/env bash
# Compares last week's sales with the week before, with curl: once through the open API and once
# with the same call over MCP, which needs one POST and no session. Prints both results.
set -euo pipefail
server=${1:-http://127.0.0.1:8080}
arguments='{"metric_names": ["total_sales"], "time_range": "last_7_days"}'

curl -sS --fail-with-body "$server/tools/audit_performance" \
  -H "Authorization: Bearer ${POLAR_API_KEY:-polar_oat_example}" \
  -H 'Content-Type: application/json' -d "$arguments"
echo

curl -sS --fail-with-body "$server/mcp" \
  -H "Authorization: Bearer ${POLAR_API_KEY:-polar_oat_example}" \
  -H 'Content-Type: application/json' -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2026-07-28' -H 'Mcp-Method: tools/call' -H 'Mcp-Name: audit_performance' \
  -d '{"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {
        "name": "audit_performance", "arguments": '"$arguments"',
        "_meta": {"io.modelcontextprotocol/protocolVersion": "2026-07-28",
                  "io.modelcontextprotocol/clientCapabilities": {}}}}'
echo
