namespace Coppice.Forests.Reading;

internal sealed record BoosterContent(IReadOnlyList<Tree> Trees, int Rounds);
