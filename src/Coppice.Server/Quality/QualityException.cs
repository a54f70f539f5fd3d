using Coppice.Client;
using Coppice.Server.Http;

namespace Coppice.Server.Quality;

/// <summary>A file that is not as it should be and was refused. Nothing of it was stored.</summary>
public sealed class QualityException(IReadOnlyList<QualityFinding> blocking)
    : RefusalException(blocking[0].Code, Sentence(blocking), RefusalKind.BadInput)
{
    private static string Sentence(IReadOnlyList<QualityFinding> blocking)
    {
        string codes = string.Join(" and ", blocking.Select(finding => finding.Code).Distinct());
        return $"{string.Join(" ", blocking.Select(finding => finding.Sentence))} Nothing was stored; if it is meant to be so, accept {codes} (--accept, or accept= in the address).";
    }
}
