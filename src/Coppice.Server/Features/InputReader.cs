using Coppice.Server.Customers;
using Coppice.Server.Customers.Notes;
using Coppice.Server.Storage;
using Coppice.Server.Text.Concepts;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Features;

/// <summary>Computes raw inputs of customers as of a time, for training and for serving alike.</summary>
public sealed class InputReader(EventStore events, ProfileStore profiles, NoteStore notes, NoteReadings readings, WorkspaceLexicon lexicon)
{
    /// <summary>Below this many customers what is known of them is looked up one by one.</summary>
    private const int FewCustomers = 200;

    /// <summary>The inputs there could be, by what was known at a time.</summary>
    public InputPlan Plan(Session session, FeatureGroups groups, PlanScope scope, NoteRecipe? recipe = null) => new(
        groups.HasFlag(FeatureGroups.Behaviour) ? PlanBehaviour(session, scope) : BehaviourPlan.Nothing,
        groups.HasFlag(FeatureGroups.Notes) ? PlanNotes(session, recipe ?? new NoteRecipe(), scope.KnownBy) : NotePlan.Nothing);

    /// <summary>Inputs of each key, in the order given; keys sorted by customer are quickest.</summary>
    public InputTable Read(Session session, FeatureGroups groups, InputPlan plan, IReadOnlyList<ExampleKey> keys)
    {
        var table = new InputTable(keys.Count);
        if (keys.Count == 0)
            return table;
        var customers = keys.Select(k => k.CustomerId).Distinct().Take(FewCustomers + 1).ToList();
        bool few = customers.Count <= FewCustomers;
        var (first, last, knownBy) = (keys.Min(k => k.CustomerId), keys.Max(k => k.CustomerId), keys.Max(k => k.AsOf));
        if (!plan.Behaviour.IsEmpty)
            BehaviourInputs.Fill(table, plan.Behaviour, few ? events.Load(session, customers) : events.Load(session), keys);
        if (groups.HasFlag(FeatureGroups.Profile))
            ProfileInputs.Fill(table, few ? profiles.Load(session, customers, knownBy) : profiles.Load(session, first, last, knownBy), keys);
        if (groups.HasFlag(FeatureGroups.Notes))
            FillNotes(session, table, plan.Notes, few ? notes.Load(session, customers) : notes.Load(session), keys);
        return table;
    }

    /// <summary>
    /// The inputs that <paramref name="plan"/> was fitted for, of each key in the order given. What another version's fit made of a customer means
    /// something else, so they are computed again even where inputs were recorded.
    /// </summary>
    public InputTable ReadFitted(Session session, InputPlan plan, IReadOnlyList<ExampleKey> keys) =>
        Read(session, FeatureGroups.Behaviour, new InputPlan(plan.Behaviour.Fitted, NotePlan.Nothing), keys);

    private BehaviourPlan PlanBehaviour(Session session, PlanScope scope)
    {
        var plan = BehaviourPlan.For(events.Uses(session, scope.KnownBy), scope);
        return plan.Types.Any(t => t.Values == Recorded.Yes || t.Products == Recorded.Yes) ? plan.FitTo(events.Load(session), scope) : plan;
    }

    private void FillNotes(Session session, InputTable table, NotePlan plan, NoteHistory history, IReadOnlyList<ExampleKey> keys)
    {
        using var reader = readings.Reader(session, plan.Lexicon);
        NoteInputs.Fill(table, plan, history, reader, keys);
    }

    private NotePlan PlanNotes(Session session, NoteRecipe recipe, long knownBy)
    {
        var words = lexicon.Find() ?? Suggest(notes.Texts(session, knownBy, NotePlanner.MostNotes));
        using var reader = readings.Reader(session, words);
        return new NotePlanner(notes.Load(session), reader, knownBy).Plan(words, recipe);
    }

    /// <summary>Where nobody has written a lexicon, the words that the notes share.</summary>
    private static Lexicon Suggest(IReadOnlyList<StoredNoteText> texts)
    {
        var suggestion = new LexiconSuggestion();
        foreach (var note in texts)
            suggestion.Add(note.Text);
        return suggestion.Build().Lexicon;
    }
}
