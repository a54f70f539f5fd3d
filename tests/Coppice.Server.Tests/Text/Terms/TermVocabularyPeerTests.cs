using Coppice.Server.Text.Terms;

namespace Coppice.Server.Tests.Text.Terms;

public sealed class TermVocabularyPeerTests
{
    public static TheoryData<string, TermOptions> Recipes()
    {
        TermOptions fast = new() { LongestGram = 2, LeastDocuments = DocumentBound.Count(2), MostDocuments = DocumentBound.ShareOf(0.8), MostTerms = 500 };
        TermOptions elite = fast with { LongestGram = 3, MostDocuments = DocumentBound.ShareOf(0.9), MostTerms = 800, Sublinear = true };
        TermOptions loose = new() { ShortestGram = 2, LongestGram = 4, LeastDocuments = DocumentBound.ShareOf(0.0031), SmoothIdf = false, UnitLength = false, Lowercase = false };
        var data = new TheoryData<string, TermOptions>();
        foreach (var options in new[] { new TermOptions(), fast, elite, loose, elite with { MostTerms = 131 }, elite with { MostTerms = 3_001, LeastDocuments = DocumentBound.Count(1) } })
        {
            data.Add("notes", options);
            data.Add("concepts", options);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Recipes))]
    public void Real_notes_give_the_terms_and_weights_of_scikit_learn(string file, TermOptions options) =>
        SklearnPeer.AssertSame(file == "notes" ? SomeCorpora.Notes() : SomeCorpora.Concepts(), options);
}
