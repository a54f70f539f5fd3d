using Coppice.Server.Http;

namespace Coppice.Server.Customers.Notes;

/// <summary>Concepts cannot be looked for.</summary>
public sealed class ConceptException(string code, string message, RefusalKind kind) : RefusalException(code, message, kind);
