using Coppice.Server.Http;

namespace Coppice.Server.Customers.Ingest;

/// <summary>An object that cannot be recorded. Nothing was changed.</summary>
public sealed class IngestException(string message) : RefusalException("COP-INGEST-001", message, RefusalKind.BadInput);
