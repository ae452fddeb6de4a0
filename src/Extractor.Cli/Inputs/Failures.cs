using Extractor.Worker.Ingestion;

namespace Extractor.Cli.Inputs;

/// <summary>Reports bad inputs as they come up, and says in the end what the whole amounts to.</summary>
sealed class Failures(Terminal terminal)
{
    readonly List<int> _codes = [];

    public void Add(InputException failure)
    {
        terminal.Say(failure.Message);
        _codes.Add(CodeOf(failure.Fault));
    }

    /// <param name="done">How many inputs went well.</param>
    public int Code(int done) =>
        _codes.Count == 0 ? ExitCode.Done
        : done > 0 ? ExitCode.Partly
        : _codes[0];

    public static int CodeOf(InputFault fault) => fault switch
    {
        InputFault.Charset => ExitCode.Charset,
        InputFault.TooLarge => ExitCode.TooLarge,
        InputFault.Facts or InputFault.Line => ExitCode.Usage,
        InputFault.Refused or InputFault.Erased => ExitCode.Partly,
        _ => ExitCode.Missing,
    };
}
