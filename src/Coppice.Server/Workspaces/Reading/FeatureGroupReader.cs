using Coppice.Server.Files;

namespace Coppice.Server.Workspaces.Reading;

/// <summary>Reads a list of groups of inputs.</summary>
internal static class FeatureGroupReader
{
    /// <summary>None where the key is absent.</summary>
    public static FeatureGroups Read(Section section, string key)
    {
        FeatureGroups chosen = FeatureGroups.None;
        foreach (string word in section.Texts(key))
        {
            if (!FeatureGroupWords.All.TryGetValue(word, out FeatureGroups group))
            {
                string hint = NearestWord.Of(word, FeatureGroupWords.All.Keys) is { } nearest ? $" (did you mean {nearest}?)" : "";
                section.Report(section.Find(key)!.Line, $"{section.PathOf(key)}: expected {Section.OneOf(FeatureGroupWords.All.Keys)}{hint}, found \"{word}\"");
            }

            chosen |= group;
        }

        return chosen;
    }
}
