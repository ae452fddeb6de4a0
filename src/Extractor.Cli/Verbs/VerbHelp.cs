using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Extractor.Cli.Verbs;

/// <summary>Appends examples to the help of a verb.</summary>
static class VerbHelp
{
    public static Command WithExamples(this Command command, params string[] examples)
    {
        var help = new HelpOption();
        help.Action = new ExampleHelp((HelpAction)help.Action!, examples);
        command.Options.Add(help);
        return command;
    }

    sealed class ExampleHelp(HelpAction inner, string[] examples) : SynchronousCommandLineAction
    {
        // Help is asked for where something is missing, too.
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var code = inner.Invoke(parseResult);
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var example in examples)
                output.WriteLine($"  {example}");
            output.WriteLine();
            return code;
        }
    }
}
