using Coppice.Server.Http;

namespace Coppice.Server.Files;

/// <summary>A file that cannot be imported at all: one sentence says what was expected, what was found and where. Nothing was changed.</summary>
public sealed class ImportException(string message) : RefusalException("COP-IMPORT-001", message, RefusalKind.BadInput);
