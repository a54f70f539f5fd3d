using Coppice.Server.Http;

namespace Coppice.Server.Features;

/// <summary>A lexicon that cannot be used; the message names the line.</summary>
public sealed class InvalidLexiconException(string message) : RefusalException("COP-FEATURE-001", message, RefusalKind.BadInput);
